/** The pages as finished immutable values, and where each of them stands. */
package annals.page;
