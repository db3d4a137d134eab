package annals.topic;

import java.util.List;

/**
 * Something that several units write about in one year.
 *
 * @param slug its place in addresses: ASCII, unlike that of any other topic of the year
 * @param words a heading or passage with any of them is about it
 * @param named whether the site's own configuration names it
 */
public record Topic(String slug, String name, List<String> words, boolean named) {
  public Topic {
    words = List.copyOf(words);
  }

  boolean isIn(String text) {
    for (String word : words) {
      if (text.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /** How often the words stand in a text. */
  int count(String text) {
    int count = 0;
    for (String word : words) {
      for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length())) {
        count++;
      }
    }
    return count;
  }
}
