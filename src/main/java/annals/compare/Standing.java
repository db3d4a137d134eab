package annals.compare;

/** How a plan item stands: what the texts show of it or, where a person has ruled, the ruling. */
public sealed interface Standing permits State, RuledState {
  /** The word used in files and style sheets; no two standings share one. */
  String word();
}
