package annals.cli;

import annals.diagnostic.Diagnostic;
import annals.diagnostic.Severity;
import annals.lint.Code;
import annals.lint.Codes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Diagnostics as one HTML page for editors: by file, each with its place and explanation. It needs
 * no other file and no script, and is no part of the site.
 */
final class FindingsPage {
  private static final String STYLE =
      """
      body { font: 16px/1.7 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; color: #1d2025; background: #fdfcfa;
        max-width: 60rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: anywhere; }
      h1 { font-size: 1.4rem; } h2 { font-size: 1.05rem; border-bottom: 1px solid #c9c6c0; margin-top: 2rem; }
      li { margin: .6rem 0; } .error > b { color: #9e2a2b; } .hint, summary { color: #55585e; font-size: .9rem; }
      """;

  private FindingsPage() {}

  static String write(String title, List<Diagnostic> diagnostics) {
    Map<String, List<Diagnostic>> byFile = new TreeMap<>();
    for (Diagnostic diagnostic : diagnostics) {
      byFile.computeIfAbsent(diagnostic.position().path(), p -> new ArrayList<>()).add(diagnostic);
    }
    StringBuilder html = new StringBuilder();
    html.append("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width\">\n")
        .append("<meta name=\"robots\" content=\"noindex\">\n<title>")
        .append(escaped(title))
        .append(" · 检查</title>\n<style>\n")
        .append(STYLE)
        .append("</style>\n</head>\n<body>\n<main>\n<h1>")
        .append(escaped(title))
        .append(" · 检查</h1>\n<p>")
        .append(counts(diagnostics))
        .append("</p>\n");
    byFile.forEach((file, found) -> file(html, file, found));
    return html.append("</main>\n</body>\n</html>\n").toString();
  }

  private static String counts(List<Diagnostic> diagnostics) {
    long errors = diagnostics.stream().filter(d -> d.severity() == Severity.ERROR).count();
    return "错误 " + errors + "，其他 " + (diagnostics.size() - errors) + "。";
  }

  private static void file(StringBuilder html, String file, List<Diagnostic> found) {
    html.append("<section>\n<h2>").append(escaped(file)).append("</h2>\n<ul>\n");
    for (Diagnostic diagnostic : found) {
      Optional<Code> code = Codes.all().find(diagnostic.code());
      html.append("<li class=\"")
          .append(diagnostic.severity().word())
          .append("\"><b>")
          .append(word(diagnostic.severity()))
          .append("</b> ")
          .append(place(diagnostic))
          .append(escaped(diagnostic.what()));
      if (!diagnostic.hint().isEmpty()) {
        html.append("<br><span class=\"hint\">")
            .append(escaped(diagnostic.hint()))
            .append("</span>");
      }
      code.ifPresent(
          c ->
              html.append("<details><summary>")
                  .append(escaped(c.id() + " " + c.name()))
                  .append("</summary>")
                  .append(escaped(c.explanation()))
                  .append("</details>"));
      html.append("</li>\n");
    }
    html.append("</ul>\n</section>\n");
  }

  private static String word(Severity severity) {
    return switch (severity) {
      case ERROR -> "错误";
      case WARNING -> "提醒";
      case NOTICE -> "提示";
    };
  }

  private static String place(Diagnostic diagnostic) {
    int line = diagnostic.position().line();
    return line == 0 ? "" : "第 " + line + " 行：";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
