package annals.page;

/**
 * What a unit's reports count through the years: a small chart for each indicator, then its table.
 *
 * @param charts a list of figures, each with a link to its table
 * @param tables a section for each indicator: years, what was planned, what was reached
 */
public record IndicatorsPage(Frame frame, String title, String lead, Html charts, Html tables)
    implements Page {}
