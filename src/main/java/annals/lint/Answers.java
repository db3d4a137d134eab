package annals.lint;

import annals.diagnostic.Diagnostic;
import annals.diagnostic.Position;
import annals.diagnostic.Suppression;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes out the findings of a file that its author has answered, and tells of answers that are
 * themselves wrong or no longer needed.
 */
final class Answers {
  private final String path;
  private final List<Suppression> given;

  Answers(String path, List<Suppression> given) {
    this.path = path;
    this.given = List.copyOf(given);
  }

  /**
   * The findings that are left.
   *
   * @param found what was found in this file
   * @param complete whether everything was looked for, so that an answer without finding is unused
   */
  List<Diagnostic> unanswered(List<Diagnostic> found, boolean complete) {
    List<Diagnostic> left = new ArrayList<>(found);
    for (Suppression answer : given) {
      Optional<Code> code = Codes.all().find(answer.code());
      if (code.isEmpty() || code.get().fixed() || answer.reason().isBlank()) {
        left.add(wrong(answer, code));
        continue;
      }
      Set<Diagnostic> answered = new HashSet<>();
      for (Diagnostic diagnostic : found) {
        if (diagnostic.code().equals(code.get().name())
            && diagnostic.position().path().equals(path)
            && answer.covers(diagnostic.position())) {
          answered.add(diagnostic);
        }
      }
      left.removeAll(answered);
      if (complete && answered.isEmpty()) {
        left.add(
            Diagnostic.notice(
                "ignore-unused",
                at(answer),
                "nothing of " + answer.code() + " is found here any more",
                "take the answer away"));
      }
    }
    return left;
  }

  private Diagnostic wrong(Suppression answer, Optional<Code> code) {
    if (code.isEmpty()) {
      return Diagnostic.warning(
          "ignore-wrong",
          at(answer),
          "no finding has the code " + answer.code(),
          "./annals check --list shows them");
    }
    if (code.get().fixed()) {
      return Diagnostic.warning(
          "ignore-wrong",
          at(answer),
          answer.code() + " cannot be ignored",
          code.get().id().startsWith("G") ? "allow.csv is the place for it" : "correct it");
    }
    return Diagnostic.warning(
        "ignore-wrong",
        at(answer),
        "no reason is given for ignoring " + answer.code(),
        "write annals-ignore " + answer.code() + ": why it is in order");
  }

  private Position at(Suppression answer) {
    return answer.line() == 0 ? Position.of(path) : new Position(path, answer.line(), 1);
  }
}
