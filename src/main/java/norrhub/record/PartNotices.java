package norrhub.record;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import norrhub.notice.Finding;
import norrhub.notice.NoticeKind;
import norrhub.notice.RaisesNotices;
import norrhub.notice.Severity;
import org.springframework.stereotype.Component;

/** What can be wrong with a part as a whole, whatever its kind. */
@Component
public final class PartNotices implements RaisesNotices {
  public static final NoticeKind EMPTY =
      error(
          "part-empty",
          "The file is empty. Nothing is withdrawn because of it; send the vacancies again, or a"
              + " well-formed file without vacancies if there are none.",
          "Filen är tom. Inget avpubliceras på grund av den; skicka annonserna igen, eller en"
              + " korrekt fil utan annonser om det inte finns några.");
  static final NoticeKind HTML =
      error(
          "part-is-html",
          "This is a web page, not vacancies ({value}). The address may be wrong, or a login or"
              + " error page answers in its place; open it in a browser to see.",
          "Detta är en webbsida, inte annonser ({value}). Adressen kan vara fel, eller så svarar en"
              + " inloggnings- eller felsida; öppna den i en webbläsare och se efter.");
  static final NoticeKind BINARY =
      error(
          "part-is-binary",
          "This is a {value} file, not text. Export or unpack it and send the text file itself.",
          "Detta är en fil av typen {value}, inte text. Exportera eller packa upp den och skicka"
              + " själva textfilen.");
  public static final NoticeKind CUT_OFF =
      error(
          "part-cut-off",
          "The file ends too early, so it was cut off on its way: {value}. What came before is"
              + " taken; send the whole file again.",
          "Filen slutar för tidigt och har alltså klippts av på vägen: {value}. Det som kom före"
              + " används; skicka hela filen igen.");
  public static final NoticeKind MALFORMED =
      error(
          "part-malformed",
          "The file is not well-formed: {value}. Nothing after this place was read; correct the"
              + " export and send it again.",
          "Filen är inte välformad: {value}. Inget efter detta ställe har lästs; rätta exporten och"
              + " skicka filen igen.");
  public static final NoticeKind WRONG_ROOT =
      error(
          "part-wrong-root",
          "The file does not hold what this feed's format expects: {value}. Check that the right"
              + " file was sent and that the feed names the right format.",
          "Filen innehåller inte det som flödets format väntar sig: {value}. Kontrollera att rätt"
              + " fil skickades och att flödet anger rätt format.");
  public static final NoticeKind OVER_LIMIT =
      error(
          "part-over-limit",
          "The file goes over a limit of the hub ({value}); no real vacancy does. Nothing after"
              + " this place was read. Check the export.",
          "Filen överskrider en gräns i hubben ({value}); ingen verklig annons gör det. Inget efter"
              + " detta ställe har lästs. Kontrollera exporten.");
  public static final NoticeKind DOCTYPE =
      error(
          "part-has-doctype",
          "The XML declares a document type ({value}), which is refused for safety. Export it"
              + " without a DOCTYPE.",
          "XML-filen anger en dokumenttyp ({value}), vilket inte tillåts av säkerhetsskäl."
              + " Exportera den utan DOCTYPE.");

  public static final NoticeKind NOT_UNPACKED =
      error(
          "part-not-unpacked",
          "The packed file cannot be unpacked to its end: {value}. What came before is taken; pack"
              + " the file again and send it once more.",
          "Den packade filen kan inte packas upp helt: {value}. Det som kom före används; packa"
              + " filen på nytt och skicka den igen.");
  public static final NoticeKind UNPACKED =
      new NoticeKind(
          "part-unpacked",
          Severity.INFO,
          "The file came packed ({value}) and was unpacked.",
          "Filen kom packad ({value}) och har packats upp.");

  public static final NoticeKind NOT_READ =
      error(
          "part-not-read",
          "The hub's reader fails on this file: {value}. Nothing after this place was read, and"
              + " nothing is withdrawn because of it. The hub's admin has to report it.",
          "Hubbens läsare klarar inte filen: {value}. Inget efter detta ställe har lästs, och inget"
              + " avpubliceras på grund av det. Hubbens administratör behöver anmäla felet.");

  @Override
  public List<NoticeKind> notices() {
    return List.of(
        EMPTY,
        HTML,
        BINARY,
        CUT_OFF,
        MALFORMED,
        WRONG_ROOT,
        OVER_LIMIT,
        DOCTYPE,
        NOT_UNPACKED,
        UNPACKED,
        NOT_READ);
  }

  /**
   * What went wrong with the bytes themselves, found behind a parser's complaint, which knows only
   * that it got no more of them; empty where it is the parser that complains.
   *
   * @throws UncheckedIOException where it is the hub's own disk that failed
   */
  public static Optional<Finding> ofBytes(Throwable complaint) {
    StorageFailure.behind(complaint)
        .ifPresent(
            disk -> {
              throw new UncheckedIOException(disk);
            });
    for (Throwable e = complaint; e != null; e = e.getCause()) {
      if (e instanceof OverLimit) {
        return Optional.of(OVER_LIMIT.about("", String.valueOf(e.getMessage())));
      }
      if (e instanceof BadPacking) {
        return Optional.of(NOT_UNPACKED.about("", String.valueOf(e.getMessage())));
      }
    }
    return Optional.empty();
  }

  /** The first line of what a parser complains of. */
  public static Finding malformed(Throwable complaint) {
    String line = String.valueOf(complaint.getMessage()).lines().findFirst().orElse("");
    return MALFORMED.about("", line);
  }

  private static NoticeKind error(String code, String english, String swedish) {
    return new NoticeKind(code, Severity.ERROR, english, swedish);
  }
}
