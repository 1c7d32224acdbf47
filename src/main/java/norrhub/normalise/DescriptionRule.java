package norrhub.normalise;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import norrhub.mapping.Draft;
import norrhub.normalise.text.Description;
import norrhub.normalise.text.HtmlSanitizer;
import norrhub.normalise.text.HtmlText;
import norrhub.normalise.text.PlainText;
import norrhub.notice.Finding;
import norrhub.notice.NoticeKind;
import norrhub.notice.Severity;
import org.springframework.stereotype.Component;

/**
 * The description: sanitised HTML, and the same as plain text. Parts given as HTML come first, then
 * those given as text.
 */
@Component
final class DescriptionRule implements Rule {
  private static final String HTML = "descriptionHtml";
  private static final String TEXT = "descriptionText";
  private static final int LONGEST = 100_000;
  private static final Pattern BLANK_LINES = Pattern.compile("\\n[ \\t]*\\n\\s*");
  private static final Pattern TAG_IN_TEXT =
      Pattern.compile("</(?:p|li|ul|div|strong|span)>|<br ?/?>", Pattern.CASE_INSENSITIVE);

  static final NoticeKind MISSING =
      new NoticeKind(
          "description-missing",
          Severity.WARNING,
          "The vacancy has no description. It is published without; many boards leave such"
              + " vacancies out. Write what the work is.",
          "Annonsen saknar beskrivning. Den publiceras ändå, men många jobbtavlor visar den inte."
              + " Beskriv arbetet.");
  static final NoticeKind TOO_LONG =
      new NoticeKind(
          "description-too-long",
          Severity.WARNING,
          "The description has more than 100,000 characters; it was cut there and lost its markup."
              + " Check that the field holds one vacancy only.",
          "Beskrivningen är längre än 100 000 tecken; den kortades och förlorade sin formatering."
              + " Kontrollera att fältet bara innehåller en annons.");
  static final NoticeKind ESCAPED_TWICE =
      new NoticeKind(
          "description-escaped-twice",
          Severity.WARNING,
          "Readers of the description see tags such as {value}: its HTML was escaped once too often."
              + " Send it escaped once, or have the format's mapping changed.",
          "Läsaren av beskrivningen ser taggar som {value}: dess HTML har kodats en gång för mycket."
              + " Skicka den kodad en gång, eller låt ändra formatets mappning.");

  static final NoticeKind LINK_LEFT_OUT =
      new NoticeKind(
          "description-link-left-out",
          Severity.WARNING,
          "The description links to {value}, which cannot be published; the words stay, the link was"
              + " left out. Link to a public web page, or to one e-mail address.",
          "Beskrivningen länkar till {value}, som inte kan publiceras; orden finns kvar men länken"
              + " utelämnades. Länka till en publik webbsida, eller till en e-postadress.");

  @Override
  public List<NoticeKind> notices() {
    return List.of(MISSING, TOO_LONG, ESCAPED_TWICE, LINK_LEFT_OUT);
  }

  @Override
  public List<Finding> apply(Draft draft, NormalisationContext context, VacancyBuilder vacancy) {
    String written =
        Stream.concat(
                draft.list(HTML).stream().flatMap(part -> Draft.text(part).stream()),
                draft.list(TEXT).stream()
                    .flatMap(part -> Draft.text(part).stream())
                    .map(DescriptionRule::paragraphs))
            .collect(Collectors.joining("\n"));
    String html = HtmlSanitizer.sanitised(written);
    Description description = new Description(html, HtmlText.of(html));
    if (description.text().isEmpty()) {
      return List.of(MISSING.about(HTML, ""));
    }
    boolean tooLong = html.length() > LONGEST;
    vacancy.description(tooLong ? cut(description.text()) : description);
    List<Finding> findings = findings(description, tooLong);
    HtmlSanitizer.deadLinks(written).stream()
        .findFirst()
        .ifPresent(link -> findings.add(LINK_LEFT_OUT.about(HTML, link)));
    return findings;
  }

  private static List<Finding> findings(Description description, boolean tooLong) {
    List<Finding> findings = new ArrayList<>();
    if (tooLong) {
      findings.add(TOO_LONG.about(HTML, description.text()));
    }
    Matcher tag = TAG_IN_TEXT.matcher(description.text());
    if (description.text().indexOf('<') >= 0 && tag.find()) {
      findings.add(ESCAPED_TWICE.about(HTML, tag.group()));
    }
    return findings;
  }

  private static Description cut(String text) {
    String html =
        HtmlSanitizer.sanitised(paragraphs(text.substring(0, Math.min(text.length(), LONGEST))));
    return new Description(html, HtmlText.of(html));
  }

  private static String paragraphs(String text) {
    return BLANK_LINES
        .splitAsStream(PlainText.seen(text).strip())
        .map(DescriptionRule::escaped)
        .map(paragraph -> "<p>" + paragraph.replace("\n", "<br>") + "</p>")
        .collect(Collectors.joining());
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
