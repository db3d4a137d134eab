package annals.figures;

import annals.text.Span;
import java.util.Objects;

/**
 * An indicator as its sentence uses it.
 *
 * @param subject what the number is about, in the sentence's words without qualifiers: 印发文件 in
 *     全年印发文件305件以内; empty if the sentence does not tell
 * @param origin where the subject was found
 * @param yearly whether the number can stand for a whole year: no month, quarter, rate (每季度) or run
 *     of years (五年来) narrows or widens it
 * @param total whether the clause says that it is for the whole year: 全年, 累计
 * @param written the number with its measure and bounds, in the text that was searched: 305件以内
 */
public record Mention(
    Indicator indicator,
    String subject,
    Origin origin,
    Sense sense,
    boolean yearly,
    boolean total,
    Span written) {

  /** Where a subject was found. */
  public enum Origin {
    /** Its own clause has it. */
    CLAUSE,
    /** An earlier clause of the sentence has it: 文件压减10%以上，控制在305件以内. */
    EARLIER,
    /** Its own clause may have it, but nothing shows where its words end. */
    UNSURE
  }

  public Mention {
    Objects.requireNonNull(indicator, "indicator");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(sense, "sense");
    Objects.requireNonNull(written, "written");
  }
}
