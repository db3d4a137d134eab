package annals.report;

import java.util.Comparator;
import java.util.List;

/** The kinds of report that Annals knows by itself, in the order in which a year lists them. */
public final class Kinds {
  /** 工作总结和计划. */
  public static final String WORK = "work";

  /** 政府工作报告: delivered in the year it plans, it looks back on the year before. */
  public static final String GOVERNMENT = "government";

  /** 党建工作总结. */
  public static final String PARTY = "party";

  /** 述职报告. */
  public static final String DUTY = "duty";

  private static final List<String> KNOWN = List.of(WORK, GOVERNMENT, PARTY, DUTY);

  /** The known kinds first, a site's own behind them by name. */
  public static final Comparator<String> ORDER =
      Comparator.comparingInt(Kinds::rank).thenComparing(Comparator.naturalOrder());

  private Kinds() {}

  private static int rank(String kind) {
    int index = KNOWN.indexOf(kind);
    return index < 0 ? KNOWN.size() : index;
  }
}
