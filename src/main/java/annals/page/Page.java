package annals.page;

/**
 * A page of the site: a finished immutable value with every text, link and count that its template
 * prints. Each kind of page has the template of its name.
 */
public sealed interface Page
    permits HomePage,
        UnitListPage,
        YearListPage,
        UnitPage,
        ReportPage,
        YearChoicePage,
        FormerPage,
        ChangesPage,
        ReleasePage,
        FollowUpPage,
        IndicatorsPage,
        CompareIndexPage,
        ComparePage,
        ThreadsPage,
        YearPage,
        RepetitionPage,
        TopicPage,
        SearchPage,
        NotFoundPage {
  Frame frame();

  default Route route() {
    return frame().route();
  }
}
