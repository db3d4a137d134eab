package annals.report;

/**
 * The file a report was imported from.
 *
 * @param file its name, without folders
 * @param sha256 the SHA-256 of its bytes, 64 lower-case hexadecimal digits
 */
public record Source(String file, String sha256) {}
