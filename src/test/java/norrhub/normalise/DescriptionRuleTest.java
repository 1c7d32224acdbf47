package norrhub.normalise;

import static norrhub.normalise.Drafts.codes;
import static norrhub.normalise.Drafts.enough;
import static norrhub.normalise.Drafts.vacancy;
import static norrhub.normalise.Drafts.with;
import static org.assertj.core.api.Assertions.assertThat;

import norrhub.vacancy.Vacancy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DescriptionRuleTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <p>Ett</p><p>Två</p>                      | <p>Ett</p><p>Två</p>                 | Ett¶¶Två
          <div>Ett</div><div>Två</div>              | <p>Ett</p><p>Två</p>                 | Ett¶¶Två
          <div><p>Ett</p></div>                     | <p>Ett</p>                           | Ett
          <h1>Om oss</h1>Vi                         | <h2>Om oss</h2>Vi                    | Om oss¶¶Vi
          <ul><li>Ett</li><li>Två</li></ul>         | <ul><li>Ett</li><li>Två</li></ul>    | • Ett¶• Två
          a<br>b<br/>c                              | a<br />b<br />c                      | a¶b¶c
          <table><tr><td>Lön</td><td>Fast</td></tr></table> | <p> Lön Fast</p>             | Lön Fast
          <p class="x" style="color:red" onclick="x()">Ett</p> | <p>Ett</p>                | Ett
          <span>Ett</span> <font>två</font>         | Ett två                              | Ett två
          Ett<script>alert(1)</script><style>p{}</style> | Ett                             | Ett
          Ett<img src=x onerror=alert(1)>           | Ett                                  | Ett
          <a href="https://example.se/x" target=_blank>Mer</a> | <a href="https://example.se/x" rel="nofollow noopener">Mer</a> | Mer
          <a href="mailto:a@example.se">Mejl</a>    | <a href="mailto:a&#64;example.se" rel="nofollow noopener">Mejl</a> | Mejl
          <a href="javascript:alert(1)">Mer</a>     | Mer                                  | Mer
          <a href="/jobb">Mer</a>                   | Mer                                  | Mer
          <a href="https://a:b@example.se/">Mer</a> | Mer                                  | Mer
          Drift &amp; el &#x202e;                   | Drift &amp; el                       | Drift & el
          <b>Ett                                    | <b>Ett</b>                           | Ett
          """)
  void htmlIsMadeSafeAndWordsDoNotRunTogether(String written, String html, String text) {
    Vacancy vacancy = vacancy(enough().put("descriptionHtml", written));

    assertThat(vacancy.texts().descriptionHtml()).isEqualTo(html);
    assertThat(vacancy.texts().descriptionText()).isEqualTo(text.replace('¶', '\n'));
  }

  @Test
  void plainTextBecomesParagraphs() {
    var draft = enough().put("descriptionText", "Ett <b> & två\r\nrad\r\n\r\n \r\nNytt");
    draft.remove("descriptionHtml");
    Vacancy vacancy = vacancy(draft);

    assertThat(vacancy.texts().descriptionHtml())
        .isEqualTo("<p>Ett &lt;b&gt; &amp; två<br />rad</p><p>Nytt</p>");
    assertThat(vacancy.texts().descriptionText()).isEqualTo("Ett <b> & två\nrad\n\nNytt");
  }

  @Test
  void partsAreJoinedHtmlFirst() {
    var draft = with("descriptionText", "[\"Tre\"]");
    draft.putArray("descriptionHtml").add("<p>Ett</p>").addNull().add("<p>Två</p>");

    assertThat(vacancy(draft).texts().descriptionText()).isEqualTo("Ett\n\nTvå\n\nTre");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<p> &nbsp; </p>", "<script>x</script>", "<!-- hej -->"})
  void aVacancyWithoutADescriptionIsPublishedWithANotice(String written) {
    var draft = enough().put("descriptionHtml", written);

    assertThat(vacancy(draft).texts().descriptionHtml()).isEmpty();
    assertThat(codes(draft)).containsExactly("description-missing");
  }

  @Test
  void htmlEscapedOnceTooOftenIsANotice() {
    assertThat(codes(enough().put("descriptionHtml", "&lt;p&gt;Ett&lt;/p&gt;")))
        .containsExactly("description-escaped-twice");
  }

  @Test
  void anEndlessDescriptionIsCut() {
    var draft = enough().put("descriptionHtml", "<p>Tio tecken</p>".repeat(20_000));

    assertThat(vacancy(draft).texts().descriptionText()).hasSizeLessThanOrEqualTo(100_000);
    assertThat(codes(draft)).containsExactly("description-too-long");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://10.0.0.1/wiki",
        "https://intranet/jobb",
        "https://169.254.169.254/",
        "mailto:a@b.se?bcc=c@d.se",
        "mailto:a@b.se?subject=x%0d%0aBcc:c@d.se",
        "mailto:a@b.se?subject=x&amp;body=y",
        "mailto:a@b.se?subject=%250abcc"
      })
  void aLinkThatMayNotBePublishedIsLeftOutWithANotice(String link) {
    var draft =
        Drafts.enough().put("descriptionHtml", "<p>Se <a href=\"%s\">här</a></p>".formatted(link));

    assertThat(Drafts.vacancy(draft).texts().descriptionHtml())
        .contains("här")
        .doesNotContain("href");
    assertThat(Drafts.codes(draft)).containsExactly("description-link-left-out");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.se/1",
        "mailto:a@b.se",
        "mailto:a@b.se?subject=Ans%C3%B6kan%20Kock",
        "#top",
        "/jobb"
      })
  void otherLinksNeedNoNotice(String link) {
    var draft =
        Drafts.enough().put("descriptionHtml", "<p>Se <a href=\"%s\">här</a></p>".formatted(link));

    assertThat(Drafts.codes(draft)).isEmpty();
  }
}
