package norrhub.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A YAML file as a tree. Every scalar but null is still a text: only the schema knows whether 0580
 * is a number or a municipality code.
 *
 * @param root missing when there are faults
 */
record YamlSource(Lines lines, JsonNode root, List<Fault> faults) {}
