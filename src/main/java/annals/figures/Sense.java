package annals.figures;

/** How a number in a sentence is meant. */
public enum Sense {
  /** How much there is or was: 会议47次, 控制在305件以内. */
  LEVEL,
  /** By how much it rose: 增长7.5%, 比上年多12次. */
  RISE,
  /** By how much it fell: 下降12.0%, 压减10%以上. */
  FALL,
  /** Neither: a base (由17处降到14处), a distance (还差8条), a share (占48%), a missed mark. */
  ASIDE;

  /** Whether it tells of a change. */
  public boolean isChange() {
    return this == RISE || this == FALL;
  }
}
