package annals.topic;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Cuts a heading into runs of characters that say what it is about: {@code （二）加快科技创新，提升服务水平。} has
 * the run 科技创新. Cut away are numbers, punctuation and the words of {@code generic.txt}, which stand
 * in headings of any matter.
 */
final class ContentRuns {
  private static final int LONGEST_WORD = 4;
  private static final Pattern NUMBER =
      Pattern.compile("^(第?[（(]?[一二三四五六七八九十百0-9]+[）)]?[章节部分是、.．]*|[（(][^）)]{1,3}[）)])");
  private static final Words WORDS = Words.load();

  private ContentRuns() {}

  /**
   * The words of the resource.
   *
   * @param generic cut away wherever they stand
   * @param partial no topic by themselves
   */
  private record Words(Set<String> generic, Set<String> partial) {
    static Words load() {
      try (InputStream in = ContentRuns.class.getResourceAsStream("/annals/topic/generic.txt");
          BufferedReader lines =
              new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
        Set<String> generic = new HashSet<>();
        Set<String> partial = new HashSet<>();
        Set<String> into = generic;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          if (line.equals("=")) {
            into = partial;
          } else if (!line.isBlank() && !line.startsWith("#")) {
            into.addAll(List.of(line.strip().split("\\s+")));
          }
        }
        return new Words(Set.copyOf(generic), Set.copyOf(partial));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Whether a word says too little to be a topic. */
  static boolean isPartial(String word) {
    return WORDS.partial().contains(word);
  }

  /** The runs of a heading, each of two characters or more. */
  static List<String> of(String heading) {
    String text = NUMBER.matcher(heading.strip()).replaceFirst("");
    List<String> runs = new ArrayList<>();
    StringBuilder run = new StringBuilder();
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      int generic = c >= '\u4e00' && c <= '\u9fff' ? genericLength(text, i) : 1;
      if (generic == 0) {
        run.append(c);
        i++;
      } else {
        end(run, runs);
        i += generic;
      }
    }
    end(run, runs);
    return runs;
  }

  private static void end(StringBuilder run, List<String> runs) {
    if (run.length() > 1) {
      runs.add(run.toString());
    }
    run.setLength(0);
  }

  /** The length of the longest generic word at a place; 0 if there is none. */
  private static int genericLength(String text, int at) {
    for (int length = Math.min(LONGEST_WORD, text.length() - at); length > 0; length--) {
      if (WORDS.generic().contains(text.substring(at, at + length))) {
        return length;
      }
    }
    return 0;
  }
}
