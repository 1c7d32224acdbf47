package norrhub.fetch;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What an attachment is, by its first bytes: names and content types are whatever the sender's
 * program made of them.
 */
public enum AttachmentKind {
  XML,
  JSON,
  /** Lines of fields with a separator, or an Excel workbook. */
  TABLE,
  /** A zip or gzip whose content the reader looks at. */
  PACKED,
  /** A picture, a document, a web page, a signature: nothing that holds vacancies we could read. */
  OTHER;

  /** So many first bytes are enough to tell. */
  public static final int HEAD = 4096;

  private static final Pattern WEB_PAGE =
      Pattern.compile("<(!doctype html|html)\\b.*", Pattern.DOTALL);
  private static final Pattern BINARY = Pattern.compile("[\\x00-\\x08\\x0B\\x0E-\\x1F]");
  private static final Pattern ROW =
      Pattern.compile("[^\\r\\n]+[;,|\\t][^\\r\\n]*(\\R.*)?", Pattern.DOTALL);

  /** What is often attached and holds no vacancies that the hub reads, by its first bytes. */
  private static final Map<String, String> KNOWN =
      Map.of(
          "\u0089PNG", "PNG",
          "\u00FF\u00D8\u00FF", "JPEG",
          "GIF8", "GIF",
          "%PDF", "PDF",
          "{\\rtf", "RTF",
          "\u00D0\u00CF\u0011\u00E0", "XLS, DOC or MSG",
          "BEGIN:V", "vCard or iCalendar",
          "Rar!", "RAR",
          "7z\u00BC\u00AF", "7z");

  public static AttachmentKind of(byte[] head) {
    // Any byte is a character here, and the signs that tell the kinds apart are the same
    // everywhere.
    String bytes = new String(head, StandardCharsets.ISO_8859_1);
    if (bytes.startsWith("PK\u0003\u0004")) {
      return packed(bytes);
    }
    if (bytes.startsWith("\u001F\u008B")) {
      return PACKED;
    }
    String text = bytes.replaceFirst("^\u00EF\u00BB\u00BF", "").stripLeading();
    if (BINARY.matcher(text).find()) {
      return OTHER;
    }
    if (text.startsWith("<")) {
      return WEB_PAGE.matcher(text.toLowerCase(Locale.ROOT)).matches() ? OTHER : XML;
    }
    if (text.startsWith("{") || text.startsWith("[")) {
      return JSON;
    }
    return ROW.matcher(text).matches() ? TABLE : OTHER;
  }

  /** What whose first bytes these are is called, in no particular language; for people. */
  public static String described(byte[] head) {
    String bytes = new String(head, StandardCharsets.ISO_8859_1);
    if (bytes.isEmpty()) {
      return "0 bytes";
    }
    if (bytes.startsWith("PK\u0003\u0004") && of(head) == OTHER) {
      return bytes.contains("word/") ? "DOCX" : bytes.contains("ppt/") ? "PPTX" : "OpenDocument";
    }
    return KNOWN.entrySet().stream()
        .filter(known -> bytes.startsWith(known.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseGet(
            () ->
                WEB_PAGE.matcher(bytes.strip().toLowerCase(Locale.ROOT)).matches()
                    ? "HTML"
                    : BINARY.matcher(bytes).find() ? "?" : "text");
  }

  /** Workbooks, documents and slides are zips; names of entries near the start tell them apart. */
  private static AttachmentKind packed(String text) {
    if (text.contains("word/") || text.contains("ppt/") || text.contains("mimetypeapplication/")) {
      return OTHER;
    }
    return text.contains("xl/") || text.contains("[Content_Types].xml") ? TABLE : PACKED;
  }
}
