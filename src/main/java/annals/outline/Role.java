package annals.outline;

import java.util.Locale;
import java.util.Optional;

/** What part of a report a section is; children inherit it. */
public enum Role {
  SUMMARY,
  PROBLEMS,
  PLAN,
  OTHER;

  /**
   * The word used in files and URLs: {@code summary}, {@code problems}, {@code plan}, {@code
   * other}.
   */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Role> of(String word) {
    for (Role role : values()) {
      if (role.word().equals(word)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }
}
