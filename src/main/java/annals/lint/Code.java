package annals.lint;

import annals.diagnostic.Severity;
import java.util.Optional;

/**
 * A kind of finding.
 *
 * @param id its short code, such as {@code A301}: {@code A} for what a text says and how it is
 *     written, {@code G} for the gate, {@code F} for files and settings
 * @param name its kebab-case name, which diagnostics carry
 * @param severity how much it weighs where the site says nothing; empty if it is off
 * @param fixed whether a site can neither change its severity nor suppress it
 * @param explanation one paragraph: what is found, why it matters, what to do
 */
public record Code(
    String id, String name, Optional<Severity> severity, boolean fixed, String explanation) {}
