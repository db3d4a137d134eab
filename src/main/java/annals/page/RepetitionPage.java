package annals.page;

/**
 * How much the reports of a year repeat, for a reader who looks over all units.
 *
 * @param rows the reports, the most repeated first
 * @param alone reports without an earlier one, in words; may be empty
 * @param note what is counted, in words
 * @param previous the year before; {@link Link#NONE} if there is none
 * @param next the year after
 */
public record RepetitionPage(
    Frame frame,
    String title,
    String lead,
    Html rows,
    String alone,
    String note,
    Link previous,
    Link next)
    implements Page {}
