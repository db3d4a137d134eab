package annals.anchor;

import annals.diagnostic.Diagnostic;
import annals.diagnostic.Position;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The published pages of one unit as a text that is compared, merged and committed line by line:
 *
 * <pre>
 * annals-anchors 1
 *
 * report 2023 work units/office/2023      gone instead of report: no longer in the site
 * title 县水利站2023年工作总结
 * p s-0-p1 k3J9x_aB 0Zp81LmQ              a paragraph and its sentences: s-0-p1-1, s-0-p1-2
 * s s-1 77aQpl0x 一、2023年工作总结       a section: the hash of its heading, its label
 * p s-1-p1 s-1-p4-2=Qm2_91kd             a sentence that came from elsewhere and kept its id
 * b s-1-p2 99ZZabc1                       a block without sentences
 * r s-1-p3-1 Lk12_k3J s-1-p1              a retired id, its text's hash, where it leads now
 * </pre>
 *
 * Pages stand by year and kind.
 */
public final class AnchorsFile {
  /** The name beside a unit's reports. */
  public static final String NAME = "anchors.lock";

  /** The name in a built site, beside the unit's page. */
  public static final String PUBLIC_NAME = "anchors.txt";

  private static final String HEAD = "annals-anchors 1";
  private static final Comparator<PublishedPage> ORDER =
      Comparator.comparingInt(PublishedPage::year).thenComparing(PublishedPage::kind);

  private AnchorsFile() {}

  /** The pages as text; the same pages give the same text in whatever order they come. */
  public static String write(List<PublishedPage> pages) {
    StringBuilder out = new StringBuilder(HEAD).append('\n');
    for (PublishedPage page : pages.stream().sorted(ORDER).toList()) {
      out.append('\n').append(page.gone() ? "gone " : "report ").append(page.year());
      out.append(' ').append(page.kind());
      page.addresses().forEach(address -> out.append(' ').append(address));
      out.append("\ntitle ").append(oneLine(page.title())).append('\n');
      page.anchors().forEach(anchor -> line(out, anchor));
    }
    return out.toString();
  }

  private static void line(StringBuilder out, PublishedAnchor anchor) {
    switch (anchor) {
      case PublishedAnchor.OfSection section ->
          out.append("s ")
              .append(section.id())
              .append(' ')
              .append(section.hash())
              .append(' ')
              .append(oneLine(section.label()));
      case PublishedAnchor.OfParagraph paragraph -> {
        out.append("p ").append(paragraph.id());
        int number = 0;
        for (PublishedAnchor.OfSentence sentence : paragraph.sentences()) {
          number++;
          out.append(' ');
          if (!isUsual(sentence.id(), paragraph.id(), number)) {
            out.append(sentence.id()).append('=');
          }
          out.append(sentence.hash());
        }
      }
      case PublishedAnchor.OfBlock block ->
          out.append("b ").append(block.id()).append(' ').append(block.hash());
      case PublishedAnchor.OfSentence sentence ->
          throw new IllegalArgumentException("a sentence outside a paragraph: " + sentence.id());
      case PublishedAnchor.Retired retired ->
          out.append("r ")
              .append(retired.id())
              .append(' ')
              .append(retired.hash())
              .append(' ')
              .append(retired.at());
    }
    out.append('\n');
  }

  private static boolean isUsual(String id, String paragraph, int number) {
    return id.length() > paragraph.length()
        && id.startsWith(paragraph)
        && id.equals(paragraph + "-" + number);
  }

  private static String oneLine(String text) {
    return text.replace('\n', ' ').replace('\r', ' ');
  }

  /**
   * Reads what {@link #write} wrote, with blank lines anywhere.
   *
   * @param path the file as diagnostics name it
   * @param diagnostics gets an error for the first line that cannot be read
   * @return no page at all if there is such a line, for half a memory would give ids away twice
   */
  public static List<PublishedPage> read(String path, String text, List<Diagnostic> diagnostics) {
    List<PublishedPage> pages = new ArrayList<>();
    Draft draft = null;
    int number = 0;
    boolean headed = false;
    for (String line : (Iterable<String>) text.lines()::iterator) {
      number++;
      if (line.isEmpty()) {
        continue;
      }
      boolean fits = true;
      if (!headed) {
        headed = line.equals(HEAD);
        fits = headed;
      } else if (line.startsWith("report ") || line.startsWith("gone ")) {
        if (draft != null) {
          pages.add(draft.page());
        }
        draft = Draft.of(line);
        fits = draft != null && pages.stream().noneMatch(draft::isSame);
      } else {
        fits = draft != null && draft.take(line);
      }
      if (!fits) {
        diagnostics.add(
            Diagnostic.error(
                "anchors-unreadable",
                Position.of(path, number),
                "not a line of an anchors file: " + shortened(line),
                "two versions were merged? take the lines of both without the marks between them;"
                    + " or bring back the file as the last publish wrote it"));
        return List.of();
      }
    }
    if (draft != null) {
      pages.add(draft.page());
    }
    return List.copyOf(pages);
  }

  private static String shortened(String line) {
    return line.length() > 40 ? line.substring(0, 40) + "…" : line;
  }

  /** A page on its way. */
  private static final class Draft {
    private final boolean gone;
    private final int year;
    private final String kind;
    private final List<String> addresses;
    private final List<PublishedAnchor> anchors = new ArrayList<>();
    private String title = "";

    private Draft(boolean gone, int year, String kind, List<String> addresses) {
      this.gone = gone;
      this.year = year;
      this.kind = kind;
      this.addresses = addresses;
    }

    /** Null where the line is none that opens a page. */
    static Draft of(String line) {
      String[] words = line.split(" ");
      boolean whole =
          words.length >= 4
              && words[1].matches("\\d{4}")
              && words[2].matches("[a-z][a-z0-9-]*")
              && Arrays.stream(words).skip(3).allMatch(Draft::isAddress);
      return whole
          ? new Draft(
              words[0].equals("gone"),
              Integer.parseInt(words[1]),
              words[2],
              List.of(words).subList(3, words.length))
          : null;
    }

    private static boolean isAddress(String word) {
      return word.matches("units/[a-z0-9-]+/[a-z0-9-]+");
    }

    boolean isSame(PublishedPage page) {
      return page.isOf(year, kind);
    }

    boolean take(String line) {
      if (line.equals("title") || line.startsWith("title ")) {
        title = line.substring("title".length()).strip();
        return true;
      }
      String[] words = line.split(" ", line.startsWith("s ") ? 4 : 0);
      if (words.length < 2) {
        return false;
      }
      boolean takes =
          switch (words[0]) {
            case "s" -> words.length >= 3 && isHash(words[2]);
            case "p" -> Arrays.stream(words).skip(2).allMatch(Draft::isSentence);
            case "b" -> words.length == 3 && isHash(words[2]);
            case "r" -> words.length == 4;
            default -> false;
          };
      if (takes) {
        anchors.add(
            switch (words[0]) {
              case "s" ->
                  new PublishedAnchor.OfSection(
                      words[1], words[2], words.length > 3 ? words[3] : "");
              case "p" -> paragraph(words);
              case "b" -> new PublishedAnchor.OfBlock(words[1], words[2]);
              default -> new PublishedAnchor.Retired(words[1], words[2], words[3]);
            });
      }
      return takes;
    }

    private static boolean isHash(String word) {
      return word.length() == TextHash.LENGTH;
    }

    private static boolean isSentence(String word) {
      return isHash(word) || word.lastIndexOf('=') == word.length() - TextHash.LENGTH - 1;
    }

    private static PublishedAnchor paragraph(String[] words) {
      List<PublishedAnchor.OfSentence> sentences = new ArrayList<>(words.length - 2);
      for (int i = 2; i < words.length; i++) {
        String word = words[i];
        int mark = word.lastIndexOf('=');
        sentences.add(
            mark < 0
                ? new PublishedAnchor.OfSentence(words[1] + "-" + (i - 1), word)
                : new PublishedAnchor.OfSentence(
                    word.substring(0, mark), word.substring(mark + 1)));
      }
      return new PublishedAnchor.OfParagraph(words[1], sentences);
    }

    PublishedPage page() {
      return new PublishedPage(year, kind, gone, addresses, title, anchors);
    }
  }
}
