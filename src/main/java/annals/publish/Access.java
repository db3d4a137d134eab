package annals.publish;

import java.util.Optional;

/**
 * What only the person at the keyboard can say. Never read from files, never logged.
 *
 * @param acceptedHostKey the fingerprint, such as {@code SHA256:…}, of a new host key to trust
 * @param secrets where passwords come from
 */
public record Access(Optional<String> acceptedHostKey, Secrets secrets) {
  /** Where passwords come from. */
  public interface Secrets {
    /** No password is known. */
    Secrets NONE = question -> Optional.empty();

    /**
     * The answer to a question such as {@code Password of web@intranet}; empty if there is none.
     */
    Optional<String> ask(String question);
  }
}
