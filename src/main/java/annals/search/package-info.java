/**
 * The search index: finds from a static folder what a plain substring search of the reports finds.
 * The format is described in {@code docs/index-format.md}; its reader is {@code search.js}.
 *
 * <ul>
 *   <li>{@link annals.search.SearchIndexBuilder}: the way in; takes units in any order from any
 *       thread, gives the finished files
 *   <li>{@code ReportText}, {@code VisibleText}: what a reader of a report's page sees, by section,
 *       passage and paragraph
 *   <li>{@code UnitPostings}: which bigram and character stands where in a unit's reports, sorted
 *   <li>{@code Spill}: the sorted pieces of all units, waiting in a temporary file
 *   <li>{@code ShardMerger}, {@code Shard}: pieces put together into files by the hash of the gram
 *   <li>{@code TextCoder}: a report's text as a file, for checking candidates and cutting snippets
 *   <li>{@code Directory}: the one file that is read first
 *   <li>{@code IndexFormat}, {@code BitWriter}, {@code ScriptText}: numbers, bits and strings as
 *       the files hold them
 * </ul>
 */
package annals.search;
