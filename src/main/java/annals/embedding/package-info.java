/**
 * Sentences as vectors of a language model, computed in this process: {@link
 * annals.embedding.CachedVectors} is the door, {@link annals.embedding.VectorStore} keeps what was
 * computed, {@link annals.embedding.MeaningFolder} what it added to scores, and {@code BgeModel} is
 * the only user of langchain4j, whose jars lie beside the program and may be missing.
 */
package annals.embedding;
