package annals.page;

/**
 * All units of a year.
 *
 * @param rows the units with a report of that year, by group
 * @param bar what became of the plans for that year, all units together
 * @param absent units without a report of that year, in words; may be empty
 * @param topics what several of its units write about; empty if there is nothing
 * @param repetition how much its reports repeat; {@link Link#NONE} if that has no page
 * @param previous the year before; {@link Link#NONE} if there is none
 * @param next the year after
 */
public record YearPage(
    Frame frame,
    String title,
    String lead,
    Html rows,
    Bar bar,
    String barWords,
    String absent,
    Html topics,
    Link repetition,
    Link previous,
    Link next)
    implements Page {}
