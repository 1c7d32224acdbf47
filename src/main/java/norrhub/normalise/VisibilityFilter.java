package norrhub.normalise;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import norrhub.mapping.Draft;
import norrhub.notice.Finding;
import norrhub.notice.NoticeKind;
import norrhub.notice.RaisesNotices;
import norrhub.notice.Severity;
import org.springframework.stereotype.Component;

/**
 * Says which drafts are not meant for everybody. Whatever a mapping writes into {@code notPublic}
 * keeps a vacancy out, be it a word that nobody here knows: a vacancy too few is a question, an
 * internal one on a board is a breach.
 */
@Component
final class VisibilityFilter implements RaisesNotices {
  static final NoticeKind INTERNAL =
      kind(
          "internal",
          "The source marks the vacancy as internal: it stays outside."
              + " Publish it for everybody in the recruiting system if it should be seen.",
          "Källan märker annonsen som intern: den tas inte in."
              + " Publicera den externt i rekryteringssystemet om den ska synas.");
  static final NoticeKind UNLISTED =
      kind(
          "unlisted",
          "The source shows the vacancy only to those who have its address: it stays outside."
              + " List it in the recruiting system if it should be seen.",
          "Källan visar annonsen bara för den som har dess adress: den tas inte in."
              + " Lista den i rekryteringssystemet om den ska synas.");
  static final NoticeKind DRAFT =
      kind(
          "draft",
          "The vacancy is a draft or an unfinished copy: it stays outside."
              + " Finish it and change its title if it should be seen.",
          "Annonsen är ett utkast eller en kopia som inte är färdig: den tas inte in."
              + " Färdigställ den och byt rubrik om den ska synas.");
  static final NoticeKind INACTIVE =
      kind(
          "inactive",
          "The source marks the vacancy as not active: it stays outside. If that is wrong, publish"
              + " it again in the recruiting system.",
          "Källan märker annonsen som inte aktiv: den tas inte in. Om det är fel, publicera den på"
              + " nytt i rekryteringssystemet.");
  static final NoticeKind OTHERWISE =
      kind(
          "otherwise",
          "The source does not mean the vacancy for everybody ({value}): it stays outside. If that"
              + " is wrong, tell the hub's admin.",
          "Källan vänder sig inte till alla med annonsen ({value}): den tas inte in. Om det är fel,"
              + " säg till hubbens administratör.");

  private static final Map<String, NoticeKind> BY_WORD =
      Map.of("internal", INTERNAL, "unlisted", UNLISTED, "draft", DRAFT, "inactive", INACTIVE);

  /** What systems write in front of the title of a copy, until somebody has finished it. */
  private static final Pattern COPY =
      Pattern.compile(
          "\\s*(kopia av|kopi a[vf]|kopie von|copy of)\\s.*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL | Pattern.UNICODE_CHARACTER_CLASS);

  private static NoticeKind kind(String reason, String english, String swedish) {
    return new NoticeKind("not-public-" + reason, Severity.INFO, english, swedish);
  }

  @Override
  public List<NoticeKind> notices() {
    return List.of(INTERNAL, UNLISTED, DRAFT, INACTIVE, OTHERWISE);
  }

  /** Why a draft is kept out; empty where nothing speaks against it. */
  Optional<Finding> against(Draft draft) {
    return draft
        .text("notPublic")
        .map(VisibilityFilter::finding)
        .or(
            () ->
                draft
                    .text("title")
                    .filter(title -> COPY.matcher(title).matches())
                    .map(title -> DRAFT.about("title", title)));
  }

  private static Finding finding(String reason) {
    return BY_WORD.getOrDefault(reason.toLowerCase(Locale.ROOT), OTHERWISE).about("", reason);
  }
}
