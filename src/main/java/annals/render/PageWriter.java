package annals.render;

import annals.text.Utf8Buffer;
import io.pebbletemplates.pebble.extension.writer.SpecializedWriter;
import java.io.Writer;

/**
 * Takes what a template prints: text is encoded at once, finished markup passes as the bytes it is.
 */
final class PageWriter extends Writer implements SpecializedWriter {
  private final Utf8Buffer out = new Utf8Buffer(96 * 1024);

  byte[] toBytes() {
    return out.toBytes();
  }

  @Override
  public void write(Object value) {
    if (value instanceof HtmlExtension.SafeHtml safe) {
      out.append(safe.html().utf8());
    } else {
      SpecializedWriter.super.write(value);
    }
  }

  @Override
  public void write(String text) {
    out.append(text);
  }

  @Override
  public void write(String text, int offset, int length) {
    out.append(text, offset, offset + length);
  }

  @Override
  public void write(char[] text, int offset, int length) {
    out.append(new String(text, offset, length));
  }

  @Override
  public void write(int character) {
    out.append(Character.toString((char) character));
  }

  @Override
  public void writeSpecialized(String text) {
    out.append(text);
  }

  @Override
  public void writeSpecialized(int number) {
    out.append(number);
  }

  @Override
  public void writeSpecialized(short number) {
    out.append(number);
  }

  @Override
  public void writeSpecialized(byte number) {
    out.append(number);
  }

  @Override
  public void writeSpecialized(long number) {
    out.append(Long.toString(number));
  }

  @Override
  public void writeSpecialized(double number) {
    out.append(Double.toString(number));
  }

  @Override
  public void writeSpecialized(float number) {
    out.append(Float.toString(number));
  }

  @Override
  public void writeSpecialized(char character) {
    out.append(Character.toString(character));
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
