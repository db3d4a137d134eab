package annals.ingest;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One named rule about what in a source document is not part of the report.
 *
 * @param name kebab-case; a site switches the rule off or replaces it by this name
 * @param pattern what it finds: anywhere in a line for {@link Kind#MARKER}, {@link Kind#WATERMARK}
 *     and {@link Kind#INVISIBLE}, else a whole line without surrounding white space
 * @param where in which part of a file it applies
 * @param after what the line before must be, for a rule of whole lines
 * @param by what is written instead, for {@link Kind#REPLACE}; pairs of a look-alike and the
 *     character it stands for, for {@link Kind#LOOK_ALIKE}; else empty
 * @param reason why it is removed (or flagged), in the words of the import log
 */
record CleaningRule(
    String name,
    Kind kind,
    Pattern pattern,
    Where where,
    Optional<Pattern> after,
    String by,
    String reason) {
  CleaningRule {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(pattern, "pattern");
    Objects.requireNonNull(where, "where");
    Objects.requireNonNull(after, "after");
    Objects.requireNonNull(by, "by");
    Objects.requireNonNull(reason, "reason");
    if (!name.matches("[a-z][a-z0-9-]*")) {
      throw new IllegalArgumentException("not a rule name: " + name);
    }
  }

  /** What a rule does. */
  enum Kind {
    /** Removes the string wherever it stands and puts nothing in its place. */
    MARKER,
    /** Removes a whole line of advertising. */
    ADVERT_LINE,
    /** Removes a whole line that a web page left behind. */
    NOISE_LINE,
    /** Removes a line and all lines behind it, if little enough follows. */
    NOISE_TAIL,
    /** Flags a foreign string inside a sentence and never removes it. */
    WATERMARK,
    /** Writes ordinary characters for those that only look like them. */
    LOOK_ALIKE,
    /** Writes other characters in the place of what it finds. */
    REPLACE,
    /** A repair of layout that the product knows by this name; it has no pattern. */
    REPAIR,
    /** Removes characters that take no room or have no meaning in text. */
    INVISIBLE;

    /** The word used in rule files: {@code advert-line} for {@link #ADVERT_LINE}. */
    String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Kind> of(String word) {
      return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
  }

  /** The part of a file in which a rule applies. */
  enum Where {
    ANYWHERE,
    /** Before the body and behind it. */
    EDGES,
    HEAD,
    TAIL;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Where> of(String word) {
      return Arrays.stream(values()).filter(where -> where.word().equals(word)).findFirst();
    }
  }

  boolean appliesAtHead() {
    return where != Where.TAIL;
  }

  boolean appliesAtTail() {
    return where != Where.HEAD;
  }
}
