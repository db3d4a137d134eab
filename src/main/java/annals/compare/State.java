package annals.compare;

/** What the texts show of a plan item; never a verdict on the work. */
public enum State implements Standing {
  /** 有对应表述: the later report speaks of it. */
  FOUND,
  /** 部分对应: it speaks of something like it, or of a part. */
  PARTLY,
  /** 未见对应: nothing was found. */
  NOT_FOUND,
  /** 计划外新增: done, but not in the plan. */
  UNPLANNED,
  /** 尚无后续报告: the report that could tell does not exist yet. */
  NO_LATER_REPORT;

  /**
   * The word used in files: {@code found}, {@code partly}, {@code not-found}, {@code unplanned},
   * {@code no-later-report}.
   */
  @Override
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
