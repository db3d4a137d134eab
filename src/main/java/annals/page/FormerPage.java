package annals.page;

/**
 * Stands where a report stood, for saved links.
 *
 * @param report where it is now; {@link Link#NONE} if it has left the archive
 * @param unit the unit that wrote it
 */
public record FormerPage(Frame frame, String title, String text, Link report, Link unit)
    implements Page {}
