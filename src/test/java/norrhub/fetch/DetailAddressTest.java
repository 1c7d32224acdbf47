package norrhub.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import norrhub.config.ConfigFiles;
import norrhub.partner.DetailRequests;
import norrhub.partner.RestSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DetailAddressTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "/v1/{id}~{\"id\": 744000090011223}~/v1/744000090011223",
        "/v1/{id}?include=ad,taxonomy~{\"id\":\" 17 \"}~/v1/17?include=ad,taxonomy",
        "/v1/{company/id}/{id}~{\"id\":1,\"company\":{\"id\":\"Älv\"}}~/v1/%C3%84lv/1",
        "/xml/{@id}.xml~{\"@id\":\"3628965\"}~/xml/3628965.xml",
        "/item.ashx?guidAssignment={Guid}~{\"Guid\":\"7b1d&x=1#y\"}~/item.ashx?guidAssignment=7b1d%26x%3D1%23y",
        "/cxs{+externalPath}~{\"externalPath\":\"/job/Luleå/Gruv-IT_JR1-2\"}~/cxs/job/Lule%C3%A5/Gruv-IT_JR1-2",
        "/cxs{+externalPath}~{\"externalPath\":\"/job/Lule%C3%A5/x?q=1\"}~/cxs/job/Lule%C3%A5/x%3Fq%3D1",
        "/v1/{id}~{\"id\":\"a/b\"}~/v1/a%2Fb",
        "/v1{+path}~{\"path\":\"/a..b/.c/d../100%\"}~/v1/a..b/.c/d../100%25",
        "/v1{+path}~{\"path\":\"/a;v=1/b%2Fc\"}~/v1/a%3Bv%3D1/b%2Fc",
        "/v1/{id}~{\"id\":\"{{sys:user.home}}${x}\"}~/v1/%7B%7Bsys%3Auser.home%7D%7D%24%7Bx%7D"
      })
  void theRecordsValuesAreFilledInAndNothingElse(String template, String record, String address)
      throws IOException {
    assertThat(of(template, record)).contains("https://jobs.example.org:8443" + address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"id\":\"\",\"path\":\"\"}",
        "{\"id\":\" \",\"path\":\"/\"}",
        "{\"id\":null,\"path\":null}",
        "{\"id\":{\"x\":1},\"path\":[1]}",
        "{\"id\":\"..\",\"path\":\"/a/../../b\"}",
        "{\"id\":\".\",\"path\":\"/a/%2e%2E/b\"}",
        "{\"id\":\"..\",\"path\":\"//evil.example/x\"}",
        "{\"id\":\"%2e%2e\",\"path\":\"/a/%252e%252E/b\"}",
        "{\"id\":\"a/../b\",\"path\":\"/a%2f..%2fb\"}",
        "{\"id\":\"a%2f..%2fb\",\"path\":\"/a%5c..%5cb\"}",
        "{\"id\":\"..\\\\b\",\"path\":\"/a\\\\b\"}",
        "{\"id\":\"..;v=1\",\"path\":\"/a/..;/b\"}",
        "{\"id\":\"..%3b\",\"path\":\"/a/%2e.%3Bx/b\"}",
        "{\"id\":\".%20\",\"path\":\"/a/..%20/b\"}",
        "{\"id\":\"a%00\",\"path\":\"/a/..%00/b\"}",
        "{\"id\":\"%c0%ae%c0%ae\",\"path\":\"/%c0%ae%c0%ae/b\"}",
        "{\"id\":\"\\uff0e\\uff0e\",\"path\":\"/\\uff0e\\uff0e/b\"}",
        "{\"id\":\"%252525252525252e\",\"path\":\"/%252525252525252e/b\"}"
      })
  void aRecordWithoutTheValueOrWithAWayOutHasNoAddress(String record) throws IOException {
    assertThat(of("/v1/{id}", record)).isEmpty();
    assertThat(of("/v1{+path}", record)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/jobs", "/v1/{}", "/v1/{id", "/v1/{id}}", "/v1/{id}/%zz"})
  void anAddressThatAsksForNoFieldIsAFault(String template) {
    assertThatThrownBy(() -> new DetailRequests(template, Duration.ofDays(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theFieldsAreNamedForPeople() {
    assertThat(address("/v1/{a/b}/x{+path}").fields()).isEqualTo("a/b, path");
  }

  private static Optional<String> of(String template, String record) throws IOException {
    JsonNode node = new ObjectMapper().readTree(record);
    return address(template).of(node).map(Object::toString);
  }

  private static DetailAddress address(String template) {
    RestSource list =
        new ConfigFiles(name -> Optional.empty())
            .read(
                Path.of("x.yaml"),
                "url: https://jobs.example.org:8443/list?key=k",
                RestSource.class)
            .value()
            .orElseThrow();
    return new DetailAddress(list, new DetailRequests(template, Duration.ofDays(1)));
  }
}
