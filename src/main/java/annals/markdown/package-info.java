/**
 * Markdown with front matter to {@link annals.report.Report}; the commonmark tree never leaves this
 * package.
 *
 * <ul>
 *   <li>{@link annals.markdown.MarkdownReader}: a file's text to a report with diagnostics
 *   <li>{@link annals.markdown.FrontMatter}: the YAML head of a file
 * </ul>
 */
package annals.markdown;
