package annals.reader;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.jsoup.nodes.Document;

/** The parts of a .docx file. Relations that lead out of the file are never followed. */
final class WordFile implements AutoCloseable {
  private static final int LARGEST_XML = 32 << 20;
  private static final int LARGEST_PART = 64 << 20;

  static {
    ZipSecureFile.setMaxEntrySize(LARGEST_PART);
    ZipSecureFile.setMinInflateRatio(0.002);
    ZipSecureFile.setMaxFileCount(10_000);
  }

  private final OPCPackage file;
  private final PackagePart main;

  private WordFile(OPCPackage file, PackagePart main) {
    this.file = file;
    this.main = main;
  }

  static WordFile open(byte[] bytes) throws IOException, OpenXML4JException, UnreadableException {
    OPCPackage file = OPCPackage.open(new ByteArrayInputStream(bytes));
    for (PackagePart part : file.getParts()) {
      String type = part.getContentType();
      if (type.contains("word") && type.endsWith("main+xml")) {
        return new WordFile(file, part);
      }
    }
    boolean other = file.getParts().stream().anyMatch(p -> p.getContentType().endsWith("main+xml"));
    file.revert();
    if (!other) {
      throw new IOException("there is no text in it");
    }
    throw new UnreadableException(
        "format-unknown",
        "an Office file, but not of Word",
        "import reads texts; save what it says as .docx");
  }

  Document body() throws IOException, UnreadableException {
    return xml(main);
  }

  /** The parts of a kind that the body is related to: {@code styles}, {@code header}, …. */
  List<Document> related(String kind) throws IOException, OpenXML4JException, UnreadableException {
    List<Document> documents = new ArrayList<>();
    for (PackageRelationship relation : main.getRelationships()) {
      if (relation.getTargetMode() == TargetMode.INTERNAL
          && relation.getRelationshipType().endsWith("/" + kind)) {
        PackagePart part = main.getRelatedPart(relation);
        if (part != null) {
          documents.add(xml(part));
        }
      }
    }
    return documents;
  }

  boolean hasMacros() throws OpenXML4JException {
    return file.getParts().stream().anyMatch(part -> part.getContentType().contains("vbaProject"));
  }

  /** A picture that lies inside the file. */
  record Embedded(byte[] bytes, String ending) {}

  Optional<Embedded> picture(String relationId) throws IOException, OpenXML4JException {
    PackageRelationship relation = main.getRelationship(relationId);
    if (relation == null || relation.getTargetMode() != TargetMode.INTERNAL) {
      return Optional.empty();
    }
    PackagePart part = main.getRelatedPart(relation);
    if (part == null) {
      return Optional.empty();
    }
    try (InputStream in = part.getInputStream()) {
      return Optional.of(
          new Embedded(in.readNBytes(LARGEST_PART), part.getPartName().getExtension()));
    }
  }

  private static Document xml(PackagePart part) throws IOException, UnreadableException {
    try (InputStream in = part.getInputStream()) {
      byte[] bytes = in.readNBytes(LARGEST_XML + 1);
      if (bytes.length > LARGEST_XML) {
        throw new UnreadableException(
            "document-too-large",
            "unpacked, " + part.getPartName() + " is larger than 32 MiB",
            "if it is a report at all, save its text as .txt");
      }
      return Xml.parse(bytes);
    }
  }

  @Override
  public void close() {
    file.revert();
  }
}
