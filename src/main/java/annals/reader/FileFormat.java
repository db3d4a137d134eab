package annals.reader;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** What a file is, by its first bytes and, where these do not say, by its name. */
enum FileFormat {
  TEXT,
  HTML,
  WORD,
  OLD_WORD,
  ODT,
  PDF;

  private static final int HEAD = 4096;
  private static final int MOST_ENTRIES = 2000;

  static FileFormat of(String fileName, byte[] bytes) throws UnreadableException {
    if (bytes.length == 0) {
      throw new UnreadableException(
          "document-empty", "the file is empty", "ask for it again; it may have been copied badly");
    }
    String head = new String(bytes, 0, Math.min(HEAD, bytes.length), StandardCharsets.ISO_8859_1);
    if (head.startsWith("PK\3\4") || head.startsWith("PK\5\6")) {
      return ofZip(bytes);
    }
    if (head.startsWith("\u00d0\u00cf\u0011\u00e0")) {
      return ofCompound(bytes);
    }
    if (head.contains("%PDF-")) {
      return PDF;
    }
    if (head.startsWith("{\\rtf")) {
      throw save("format-rtf", "RTF, whatever its name says");
    }
    if (head.startsWith("Rar!") || head.startsWith("7z\u00bc\u00af")) {
      throw new UnreadableException(
          "format-archive", "a packed archive", "unpack it and import the folder");
    }
    return switch (DocumentReader.ending(fileName)) {
      case "html", "htm", "mht", "mhtml" -> HTML;
      case "txt", "text" -> TEXT;
      case "ofd" -> throw ofd();
      default -> {
        if (head.toLowerCase(Locale.ROOT).contains("<html")) {
          yield HTML;
        }
        throw save("document-broken", "the file is damaged or not what its name says");
      }
    };
  }

  /** Tells the formats that are zip files apart by the names of what they hold. */
  private static FileFormat ofZip(byte[] bytes) throws UnreadableException {
    Set<String> names = new HashSet<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      ZipEntry entry = zip.getNextEntry();
      while (entry != null && names.size() < MOST_ENTRIES) {
        String name = entry.getName();
        names.add(name);
        if (name.equals("content.xml")) {
          return ODT;
        }
        if (name.equals("OFD.xml")) {
          throw ofd();
        }
        if (name.equals("[Content_Types].xml") || name.startsWith("word/")) {
          return WORD;
        }
        entry = zip.getNextEntry();
      }
    } catch (UnreadableException e) {
      throw e;
    } catch (IOException | IllegalArgumentException e) {
      throw save("document-broken", "the file is cut off or damaged");
    }
    throw new UnreadableException(
        "format-archive",
        "a packed archive or an unknown format",
        "unpack it, or save it as .docx");
  }

  /** An encrypted .docx is a compound file too, with a stream of this name. */
  private static FileFormat ofCompound(byte[] bytes) throws UnreadableException {
    String all = new String(bytes, StandardCharsets.ISO_8859_1);
    if (all.contains(wide("EncryptedPackage"))) {
      throw locked();
    }
    if (all.contains(wide("WordDocument"))) {
      return OLD_WORD;
    }
    throw save("format-unknown", "an old Office file, but not of Word");
  }

  private static String wide(String name) {
    return new String(name.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
  }

  static UnreadableException locked() {
    return new UnreadableException(
        "document-locked",
        "protected by a password",
        "open it with the password and save it without one");
  }

  private static UnreadableException ofd() {
    return save("format-ofd", "OFD, a format of fixed pages");
  }

  private static UnreadableException save(String code, String what) {
    return new UnreadableException(code, what, "open it and save it as .docx, or its text as .txt");
  }
}
