package annals.embedding;

/**
 * Vectors as bytes. What is used is always the bytes, computed just now or kept from before, so
 * that both give the same.
 */
final class Quantizing {
  private static final float GREATEST = 127;

  private Quantizing() {}

  /** The vector stretched so that its greatest coordinate, up or down, is 127. */
  static byte[] bytes(float[] vector) {
    float most = 0;
    for (float value : vector) {
      most = Math.max(most, Math.abs(value));
    }
    byte[] bytes = new byte[vector.length];
    if (most > 0) {
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = (byte) Math.round(vector[i] * (GREATEST / most));
      }
    }
    return bytes;
  }
}
