package annals.publish;

/**
 * A release that stands at the target.
 *
 * @param id UTC time and the beginning of the hash of its manifest
 * @param current whether readers see it
 */
public record Release(String id, boolean current) {}
