package norrhub.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import norrhub.vacancy.Contract;
import norrhub.vacancy.Vacancy;
import org.junit.jupiter.api.Test;

class ErasedContentTest {
  @Test
  void noTextThatSomebodyWroteIsLeftAndTheRestIsStillAVacancy() {
    String erased =
        ErasedContent.of(
            """
            {"id":"00000000000000000000000000000001","partner":"p","sourceKey":"1",
            "requisition":"Anna 1","datePosted":"2026-11-01T08:00:00Z",
            "deadline":{"text":"frågor till Anna"},"language":"sv","title":"Läkare hos Anna",
            "descriptionHtml":"<p>Anna</p>","descriptionText":"Anna",
            "employer":{"name":"Anna AB","orgNumber":"Anna","unitPath":["Anna"],"url":"https://anna.example/Anna"},
            "locations":[{"city":"Anna","municipalityCode":"2580","regionCode":"25","country":"SE",
              "postalCode":"Anna","street":"Anna 1","rawText":"hos Anna"}],
            "workplace":"UNKNOWN","contract":"PERMANENT","hours":"FULL",
            "occupations":[{"scheme":"ssyk-2012","code":"2211","label":"Anna"}],
            "application":{"applyUrl":"https://x.example/Anna","adUrl":"https://x.example/Anna",
              "applyEmail":"Anna@example.org"}}""");

    assertThat(erased).doesNotContainIgnoringCase("anna");
    Vacancy vacancy = VacancyJson.vacancy(erased);
    assertThat(vacancy.employment().contract()).isEqualTo(Contract.PERMANENT);
    assertThat(vacancy.locations().get(0).municipalityCode()).contains("2580");
    assertThat(vacancy.occupations().get(0).code()).isEqualTo("2211");
  }
}
