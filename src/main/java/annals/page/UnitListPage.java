package annals.page;

/**
 * All units by group.
 *
 * @param body the list, by group
 * @param empty why there are none; empty if there are some
 */
public record UnitListPage(Frame frame, String title, String lead, Html body, String empty)
    implements Page {}
