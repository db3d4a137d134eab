/**
 * The gate before anything goes out.
 *
 * <ul>
 *   <li>{@link annals.gate.Gate}: what must not be public, in sources and in built pages
 * </ul>
 */
package annals.gate;
