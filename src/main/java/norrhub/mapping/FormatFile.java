package norrhub.mapping;

import java.util.Map;

/**
 * format.yaml.
 *
 * @param reader one entry: the kind of file and the settings of its reader
 * @param key JSLT over the record that gives its key in the ATS, such as {@code .reference}
 */
record FormatFile(Map<String, Object> reader, String key) {}
