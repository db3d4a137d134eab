package annals.build;

import annals.diagnostic.Diagnostic;
import annals.diagnostic.Diagnostics;
import annals.diagnostic.Position;
import annals.gate.Gate;
import annals.markdown.FrontMatter;
import annals.source.Admission;
import annals.source.HeldBack;
import annals.source.UnitSource;
import java.util.List;
import java.util.Optional;

/**
 * Lets in the reports that the gate does not stop and that have the review entries asked for, and
 * the rulings that the gate does not stop.
 */
final class Admittance implements Admission {
  private final Gate gate;
  private final List<String> review;
  private final Diagnostics atGate;
  private final Diagnostics diagnostics;
  private final Originals originals;

  /**
   * @param review the entries that front matter must have
   * @param atGate gets what the gate stops
   * @param diagnostics gets the rest
   */
  Admittance(Gate gate, List<String> review, Diagnostics atGate, Diagnostics diagnostics) {
    this.gate = gate;
    this.review = List.copyOf(review);
    this.atGate = atGate;
    this.diagnostics = diagnostics;
    this.originals = new Originals(diagnostics);
  }

  @Override
  public Optional<HeldBack.Reason> refuses(
      String path, FrontMatter frontMatter, String text, Optional<UnitSource.Original> original) {
    List<Diagnostic> stopped = gate.source(path, text);
    if (!stopped.isEmpty()) {
      atGate.addAll(stopped);
      return Optional.of(HeldBack.Reason.GATE);
    }
    List<String> missing =
        review.stream()
            .filter(entry -> frontMatter.review().getOrDefault(entry, "").isBlank())
            .toList();
    if (missing.isEmpty()) {
      return original.flatMap(this::refuses);
    }
    diagnostics.add(
        Diagnostic.warning(
            "review-missing",
            Position.of(path),
            "left out: no review entry " + String.join(", ", missing),
            "add review: {" + missing.getFirst() + ": name and day} to the front matter"));
    return Optional.of(HeldBack.Reason.REVIEW);
  }

  private Optional<HeldBack.Reason> refuses(UnitSource.Original original) {
    List<Diagnostic> stopped = gate.original(original.file().path(), originals.words(original));
    atGate.addAll(stopped);
    return stopped.isEmpty() ? Optional.empty() : Optional.of(HeldBack.Reason.GATE);
  }

  @Override
  public boolean admitsRulings(String path, String text) {
    List<Diagnostic> stopped = gate.source(path, text);
    atGate.addAll(stopped);
    return stopped.isEmpty();
  }
}
