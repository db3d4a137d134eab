/**
 * Source documents to Markdown, offline and never inside a build.
 *
 * <ul>
 *   <li>{@link annals.ingest.Importer}: documents to report files, by {@link
 *       annals.ingest.ImportSettings}, with an {@link annals.ingest.ImportResult}
 *   <li>{@code SourceDocuments}: which documents those are, with what an import.csv says of them
 *   <li>{@link annals.ingest.ReportReader}: one document, raw or Markdown, to a {@link
 *       annals.ingest.ReadReport}; writes nothing
 *   <li>{@link annals.ingest.RawReader}: the stages of a raw one, in order: {@link
 *       annals.ingest.RawText} is what {@link annals.reader} made of the file, {@link
 *       annals.ingest.InlineCleaner} takes out the strings that the {@link
 *       annals.ingest.CleaningRules} name, {@link annals.ingest.LineSplitter} gives back lost line
 *       breaks, {@link annals.ingest.LineCleaner} takes out whole lines, {@link
 *       annals.ingest.LineJoiner} joins broken ones, {@link annals.ingest.HeadReader} finds the
 *       title, {@link annals.ingest.HeadingFinder} the headings, {@link annals.ingest.Flags} what
 *       is left to look at
 *   <li>{@link annals.ingest.TracedText}: text of which every character knows where it stood
 *   <li>{@link annals.ingest.ImportLog}: what was changed, where and why; {@link
 *       annals.ingest.ImportLogFile} its form on disk
 *   <li>{@link annals.ingest.MarkdownWriter}: a report as Markdown that reads back the same
 * </ul>
 */
package annals.ingest;
