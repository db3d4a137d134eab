package annals.preview;

import java.util.List;

/**
 * What pages are told.
 *
 * @param build how many builds have changed the site
 * @param diagnostics lines that are shown over the page
 */
record BuildState(int build, List<String> diagnostics) {
  String json() {
    StringBuilder json = new StringBuilder("{\"build\":" + build + ",\"diagnostics\":[");
    String comma = "";
    for (String line : diagnostics) {
      json.append(comma).append('"');
      line.chars().forEach(c -> appendEscaped(json, (char) c));
      json.append('"');
      comma = ",";
    }
    return json.append("]}").toString();
  }

  private static void appendEscaped(StringBuilder json, char c) {
    if (c < ' ' || c == '"' || c == '\\') {
      json.append(String.format("\\u%04x", (int) c));
    } else {
      json.append(c);
    }
  }
}
