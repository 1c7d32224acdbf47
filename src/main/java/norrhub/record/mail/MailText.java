package norrhub.record.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.ParseException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import norrhub.record.Limits;
import norrhub.record.OverLimit;
import norrhub.record.TextCharset;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What people read of a mail: its subject and its text. Of two versions of the text the plain one;
 * where there is only HTML, its words in their lines. Attachments are not looked at.
 *
 * @param sent empty where the head does not say, or not in a way that can be understood
 */
record MailText(String subject, Optional<Instant> sent, String text) {
  private static final Pattern HEAD = Pattern.compile("(?s)[A-Za-z][A-Za-z0-9-]*:[ \\t\\r].*");
  private static final Pattern HEADER_OF_MAIL =
      Pattern.compile("(?im)^(from|received|message-id|mime-version|return-path):");
  private static final int DEEPEST = 10;

  static {
    LenientMail.enable();
  }

  static MailText of(byte[] bytes, Limits limits) throws MessagingException, IOException {
    String start = new String(bytes, 0, Math.min(bytes.length, 1 << 14), ISO_8859_1);
    if (!HEAD.matcher(start).matches() || !HEADER_OF_MAIL.matcher(start).find()) {
      return new MailText("", Optional.empty(), decoded(bytes, Optional.empty()));
    }
    MimeMessage mail =
        new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
    Date sent = mail.getSentDate();
    String text = text(mail, 1, limits).orElse("");
    return new MailText(
        Objects.toString(mail.getSubject(), "").replaceAll("\\s+", " ").strip(),
        Optional.ofNullable(sent).map(Date::toInstant),
        text);
  }

  private static Optional<String> text(Part part, int depth, Limits limits)
      throws MessagingException, IOException {
    if (depth > DEEPEST) {
      throw new OverLimit("mail nested > " + DEEPEST);
    }
    if (part.isMimeType("multipart/*")) {
      return ofSeveral(part, depth, limits);
    }
    if (part.isMimeType("message/rfc822") && part.getContent() instanceof Part inner) {
      return text(inner, depth + 1, limits);
    }
    boolean attached = Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition());
    if (attached || !part.isMimeType("text/*")) {
      return Optional.empty();
    }
    String text = read(part, limits);
    return Optional.of(part.isMimeType("text/html") ? words(text) : text);
  }

  /**
   * Of alternatives the plain one; else the first that has words. One that cannot be read is made
   * up for by another that says the same.
   */
  private static Optional<String> ofSeveral(Part part, int depth, Limits limits)
      throws MessagingException, IOException {
    if (!(part.getContent() instanceof Multipart parts)) {
      throw new MessagingException("its parts cannot be told apart");
    }
    boolean sameTwice = part.isMimeType("multipart/alternative");
    Optional<String> first = Optional.empty();
    Optional<MessagingException> unread = Optional.empty();
    for (int i = 0; i < Math.min(parts.getCount(), limits.attributes()); i++) {
      Part one = parts.getBodyPart(i);
      try {
        Optional<String> text = text(one, depth + 1, limits).filter(words -> !words.isBlank());
        if (text.isPresent() && one.isMimeType("text/plain")) {
          return text;
        }
        first = first.or(() -> text);
      } catch (MessagingException e) {
        if (!sameTwice) {
          throw e;
        }
        unread = Optional.of(e);
      }
    }
    if (first.isEmpty() && unread.isPresent()) {
      throw unread.get();
    }
    return first;
  }

  /**
   * @throws MessagingException where nobody knows how the text is encoded: read as it stands, its
   *     signs would be published
   */
  private static String read(Part part, Limits limits) throws MessagingException, IOException {
    Optional<String> unknown = TransferEncoding.unknownOf(part);
    if (unknown.isPresent()) {
      throw new MessagingException(
          "the text's Content-Transfer-Encoding is `%s`, which nobody knows; base64 or quoted-printable are"
              .formatted(unknown.get()));
    }
    try (InputStream in = part.getInputStream()) {
      byte[] bytes = in.readNBytes(limits.recordBytes());
      return decoded(bytes, charset(part));
    }
  }

  private static Optional<Charset> charset(Part part) throws MessagingException {
    try {
      String name = new ContentType(part.getContentType()).getParameter("charset");
      return Optional.ofNullable(name).map(Charset::forName);
    } catch (IllegalArgumentException | ParseException e) {
      return Optional.empty();
    }
  }

  /** As declared, but for ISO-8859-1, which is Windows-1252; undeclared UTF-8 if it is that. */
  private static String decoded(byte[] bytes, Optional<Charset> declared) {
    if (declared.isPresent() && !declared.get().name().matches("US-ASCII|ISO-8859-1|UTF-8")) {
      return new String(bytes, declared.get());
    }
    String text = new String(bytes, TextCharset.of(bytes));
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** The words of HTML, a line for each block; links show where they lead. */
  private static String words(String html) {
    Document page = Jsoup.parse(html);
    page.select("script, style, head, title").remove();
    for (Element link : page.select("a[href]")) {
      String target = link.attr("href");
      if (target.startsWith("http") && !link.text().contains(target)) {
        link.appendText(" " + target + " ");
      }
    }
    page.select("br").append("\n");
    page.select("p, div, tr, li, h1, h2, h3, h4, hr, table").prepend("\n").append("\n");
    page.select("hr").append("----------\n");
    return page.wholeText()
        .replaceAll("[ \\t\\x0B\\f\\u00a0]+", " ")
        .replaceAll(" ?\\n ?", "\n")
        .replaceAll("\\n{3,}", "\n\n");
  }
}
