package norrhub.partner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a partner file may ask of a REST feed, and the faults reported otherwise. */
class RestSourceTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "next: /next, link: true                              | only one of `next`, `link` and `pages`",
        "total: /total                                        | `total` needs `list`",
        "pages: { by: offset, parameter: skip }               | `pages` needs `list`",
        "pages: { by: offset }, list: /jobs                   | `pages` needs a `parameter`, or ${offset}",
        "pages: { by: page }, list: /jobs, post: '${offset} ' | `pages` needs a `parameter`, or ${page}",
        "pages: { by: cursor, parameter: token }              | `by: cursor` and the place of the `cursor`",
        "pages: { by: page, parameter: a, cursor: /b }, list: /jobs | `by: cursor` and the place",
        "pages: { by: page, parameter: q }, list: /jobs       | `url` has the parameter q already",
        "pages: { by: page, parameter: p, until: total }, list: /jobs | needs to know where the `total`",
        "pages: { by: pages, parameter: p }, list: /jobs      | did you mean `page`?",
        "since: { parameter: d, snapshot: 'https://x.example/all' } | is to be on the server of `url`, https://jobs.example.org",
        "since: { parameter: d, first: 1d, format: bbb }     | `format` is no pattern of a time",
        "since: { parameter: d }                             | snapshot",
        "list: jobs                                           | is not a JSON pointer",
        "headers: { Authorization: Bearer abc }               | a secret goes into `header` and `key`",
        "headers: { CamelHttpUri: 'https://evil.example' }    | is no header's name",
        "headers: { X-Api-Version: \"a\\r\\nb\" }             | is no header's text",
        "header: authorization, key: '${KEY}', oauth2: { token: 'https://a.example/t', clientId: a, clientSecret: '${B}' } | `oauth2` fills in Authorization",
        "oauth2: { token: 'http://a.example/t', clientId: a, clientSecret: '${B}' } | use https in `token`",
        "details: { address: /jobs }                          | needs a field of the list's record in braces",
        "details: { address: '//evil.example/{id}' }          | is not a path with a field's name",
        "header: X-Key, key: '${KEY}', headers: { x-key: a }  | a secret goes into `header` and `key`",
      })
  void whatContradictsItselfIsReported(String keys, String fault) {
    assertThat(Sources.faults("{ url: 'https://jobs.example.org/v1?q=1', " + keys + " }"))
        .contains(fault);
  }
}
