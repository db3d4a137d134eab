package annals.ingest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * The form of {@code <year>[-<kind>].import.yaml}, which lies beside an imported report: YAML with
 * one change a line, so that a clerk can read it and a program can check it.
 */
final class ImportLogFile {
  private ImportLogFile() {}

  /**
   * @param markdownSha256 of the report's file as import wrote it; while the file still has it, no
   *     one has edited it
   */
  static String write(ImportLog log, String markdownFile, String markdownSha256) {
    StringBuilder out = new StringBuilder();
    out.append("# 导入记录：原文件中除空白外的每个字，或在报告中，或在下面 removed、replaced 中；added 为原文所无。\n");
    out.append("source:\n");
    field(out, "  file", MarkdownWriter.scalar(log.file()));
    field(out, "  sha256", '"' + log.sha256() + '"');
    field(out, "  bytes", Integer.toString(log.bytes()));
    field(out, "  charset", log.charset());
    field(out, "  damaged", Integer.toString(log.damaged()));
    out.append("report:\n");
    field(out, "  file", MarkdownWriter.scalar(markdownFile));
    field(out, "  sha256", '"' + markdownSha256 + '"');
    for (ImportLog.Action action : ImportLog.Action.values()) {
      List<ImportLog.Entry> entries = log.of(action);
      boolean rare =
          action == ImportLog.Action.REPLACED || action.compareTo(ImportLog.Action.FLAGGED) > 0;
      if (entries.isEmpty() && rare) {
        continue;
      }
      out.append(action.word()).append(entries.isEmpty() ? ": []\n" : ":\n");
      for (ImportLog.Entry entry : entries) {
        out.append("  - {at: \"").append(entry.line()).append(':').append(entry.column());
        out.append("\", rule: ").append(entry.rule());
        out.append(", reason: ").append(MarkdownWriter.quoted(entry.reason()));
        out.append(", text: ").append(MarkdownWriter.quoted(entry.text())).append("}\n");
      }
    }
    return out.toString();
  }

  /** The SHA-256 of the report as import wrote it, if the log can be read. */
  static Optional<String> markdownSha256(String yaml) {
    try {
      LoadSettings settings = LoadSettings.builder().build();
      Object loaded = new Load(settings).loadFromString(head(yaml));
      return loaded instanceof Map<?, ?> map
              && map.get("report") instanceof Map<?, ?> report
              && report.get("sha256") instanceof String sha256
          ? Optional.of(sha256)
          : Optional.empty();
    } catch (YamlEngineException e) {
      return Optional.empty();
    }
  }

  /** What stands before the changes. */
  private static String head(String yaml) {
    int end = yaml.indexOf("\n" + ImportLog.Action.REMOVED.word() + ":");
    return end < 0 ? yaml : yaml.substring(0, end + 1);
  }

  private static void field(StringBuilder out, String key, String value) {
    out.append(key).append(": ").append(value).append('\n');
  }
}
