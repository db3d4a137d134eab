package annals.export;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.poi.common.usermodel.PictureType;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.xwpf.usermodel.XWPFPicture;
import org.apache.poi.xwpf.usermodel.XWPFRun;

/**
 * A picture as Word can hold it: PNG, JPEG, GIF or BMP. Only its head is read, never its points.
 *
 * @param width in points, at 96 dots an inch
 * @param height in points
 */
public record Picture(byte[] bytes, PictureType type, double width, double height) {
  private static final double POINTS_A_DOT = 72.0 / 96;
  private static final int EMU_A_POINT = 12700;

  private static final Map<String, PictureType> TYPES =
      Map.of(
          "png", PictureType.PNG,
          "jpeg", PictureType.JPEG,
          "gif", PictureType.GIF,
          "bmp", PictureType.BMP);

  /** Empty if it is none of these, or broken. */
  public static Optional<Picture> of(byte[] bytes) {
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        return Optional.empty();
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in);
        PictureType type = TYPES.get(reader.getFormatName().toLowerCase(Locale.ROOT));
        double width = reader.getWidth(0) * POINTS_A_DOT;
        double height = reader.getHeight(0) * POINTS_A_DOT;
        return type == null || width <= 0 || height <= 0
            ? Optional.empty()
            : Optional.of(new Picture(bytes, type, width, height));
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  /**
   * Puts it into a run, made smaller where it does not fit.
   *
   * @param text what it shows, for who does not see it
   * @param widest in points
   * @param highest in points
   */
  void addTo(XWPFRun run, String text, double widest, double highest) throws IOException {
    double scale = Math.min(1, Math.min(widest / width, highest / height));
    try {
      XWPFPicture picture =
          run.addPicture(
              new ByteArrayInputStream(bytes),
              type,
              "picture" + type.extension,
              (int) (width * scale * EMU_A_POINT),
              (int) (height * scale * EMU_A_POINT));
      picture.getCTPicture().getNvPicPr().getCNvPr().setDescr(text);
      run.getCTR().getDrawingArray(0).getInlineArray(0).getDocPr().setDescr(text);
    } catch (InvalidFormatException e) {
      throw new IOException(e);
    }
  }
}
