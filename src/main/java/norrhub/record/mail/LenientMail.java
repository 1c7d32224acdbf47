package norrhub.record.mail;

import java.util.Map;

/**
 * How forgiving Angus Mail is with mails as they really come. These switches are system properties
 * that its classes read when they are loaded, so they must be set before the first mail is parsed;
 * as options of a session or of a Camel endpoint they have no effect.
 *
 * <p>ADR 0027 gives the reason for each, and for those that stay as they are. A {@code -D} of the
 * operator stands.
 */
public final class LenientMail {
  private static final Map<String, String> SWITCHES =
      Map.ofEntries(
          Map.entry("mail.mime.parameters.strict", "false"),
          Map.entry("mail.mime.contentdisposition.strict", "false"),
          Map.entry("mail.mime.windowsfilenames", "true"),
          Map.entry("mail.mime.decodefilename", "true"),
          Map.entry("mail.mime.decodetext.strict", "false"),
          Map.entry("mail.mime.multipart.allowempty", "true"),
          Map.entry("mail.mime.allowencodedmessages", "true"),
          Map.entry("mail.mime.ignoreunknownencoding", "true"),
          Map.entry("mail.mime.base64.ignoreerrors", "true"),
          Map.entry("mail.mime.uudecode.ignoreerrors", "true"),
          Map.entry("mail.mime.uudecode.ignoremissingbeginend", "true"),
          // As they are by default; written down, for the hub depends on them.
          Map.entry("mail.mime.decodeparameters", "true"),
          Map.entry("mail.mime.decodeparameters.strict", "false"),
          Map.entry("mail.mime.ignoremultipartencoding", "true"),
          Map.entry("mail.mime.multipart.ignoremissingendboundary", "true"),
          Map.entry("mail.mime.multipart.ignoremissingboundaryparameter", "true"),
          Map.entry("mail.mime.multipart.ignoreexistingboundaryparameter", "false"));

  private LenientMail() {}

  /** Sets what nobody has set; to be called before a class of {@code jakarta.mail} is loaded. */
  public static void enable() {
    SWITCHES.forEach(
        (name, value) -> {
          if (System.getProperty(name) == null) {
            System.setProperty(name, value);
          }
        });
  }
}
