package annals.compare;

/** What each term counts for, by its number. */
interface TermWeights {
  float of(int term);
}
