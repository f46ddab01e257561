package county;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import io.javalin.Javalin;

/** The service over HTTP. */
class ServiceTest {
    private static final Path DATA = Path.of("../data");
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String TEXT = "整".repeat(200);
    private static Javalin service;

    @BeforeAll
    static void start() {
        service = Service.create(2).start("127.0.0.1", 0);
    }

    @AfterAll
    static void stop() {
        service.stop();
    }

    /** Nothing of a body stays on the disk, and the service still answers. */
    @AfterEach
    void nothing_is_left() throws Exception {
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            assertTrue(all.noneMatch(each -> each.getFileName().toString().startsWith("dossier")));
        }
        assertEquals(200, get("/schema/dossier").statusCode());
    }

    private static URI address(String path) {
        return URI.create("http://127.0.0.1:" + service.port() + path);
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return CLIENT.send(HttpRequest.newBuilder(address(path)).build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(String query, BodyPublisher body, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(address("/dossiers" + query)).timeout(Duration.ofMinutes(1)).POST(body);
        if (headers.length > 0) request.headers(headers);
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(String query, byte[] body) throws Exception {
        return post(query, BodyPublishers.ofByteArray(body));
    }

    private static JsonNode problem(HttpResponse<String> answer, int status) throws IOException {
        assertEquals(status, answer.statusCode(), answer.body());
        assertEquals("application/problem+json", answer.headers().firstValue("Content-Type").orElseThrow());
        JsonNode problem = JSON.readTree(answer.body());
        for (String member : List.of("type", "title", "status", "detail")) assertTrue(problem.has(member), answer.body());
        assertEquals(status, problem.get("status").asInt());
        assertFalse(answer.body().contains(System.getProperty("java.io.tmpdir")), "a path of the server is told");
        return problem;
    }

    @Test
    void a_sound_dossier_is_accepted_with_its_assessment() throws Exception {
        HttpResponse<String> answer = post("?year=2023&lang=en", BodyPublishers.ofFile(DATA.resolve("tier-general-promotion.json")));
        assertEquals(200, answer.statusCode(), answer.body());
        assertEquals("application/json", answer.headers().firstValue("Content-Type").orElseThrow());
        JsonNode standing = JSON.readTree(answer.body());
        assertEquals(2023, standing.get("acceptance_year").asInt());
        assertTrue(standing.get("receipt").get("dossier").asText().startsWith("sha256:"));
    }

    @Test
    void a_faulty_dossier_is_refused_with_every_error() throws Exception {
        HttpResponse<String> answer = post("?lang=en", BodyPublishers.ofFile(DATA.resolve("yuanqu-2023.json")));
        JsonNode problem = problem(answer, 422);
        assertEquals("urn:eken:problem:findings", problem.get("type").asText());
        JsonNode first = problem.get("errors").get(0);
        assertEquals("facility.zone-areas-exceed-floor", first.get("code").asText());
        assertEquals("/facilities/items/3/zones", first.get("pointer").asText());
        assertTrue(first.get("line").asInt() > 1 && first.get("column").asInt() > 1);
        assertFalse(first.get("message").asText().isBlank() || first.get("help").asText().isBlank());
        JsonNode chinese = problem(post("", BodyPublishers.ofFile(DATA.resolve("yuanqu-2023.json"))), 422);
        assertEquals(problem.get("errors").size(), chinese.get("errors").size());
        assertTrue(chinese.get("detail").asText().contains("错误"));
    }

    @Test
    void bytes_that_are_no_dossier_are_refused_with_code_place_and_help() throws Exception {
        JsonNode problem = problem(post("?lang=en", BodyPublishers.ofFile(DATA.resolve("broken/01-truncated.json"))), 400);
        assertEquals("json.syntax", problem.get("code").asText());
        assertTrue(problem.get("place").asText().contains(":"));
        assertFalse(problem.get("help").asText().isBlank());
        problem(post("", new byte[0]), 400);
    }

    @Test
    void hostile_bytes_are_refused() throws Exception {
        JsonNode deep = problem(post("", "[".repeat(1_000_000).getBytes(StandardCharsets.US_ASCII)), 400);
        assertEquals("limit.depth", deep.get("code").asText());
        assertEquals("zip.bytes", problem(post("?name=bomb.zip", bomb()), 400).get("code").asText());
        byte[] workbook = Files.readAllBytes(Path.of("../../tests/vectors/files/annotate/plain.xlsx"));
        JsonNode cut = problem(post("?name=cut.xlsx", Arrays.copyOf(workbook, workbook.length / 2)), 400);
        assertEquals("workbook.damaged", cut.get("code").asText());
    }

    /** 2 GB of one sign, in 2 MB. */
    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("sessions.csv"));
            byte[] part = new byte[1 << 20];
            Arrays.fill(part, (byte) '1');
            for (int count = 0; count < 2048; count++) zip.write(part);
        }
        return bytes.toByteArray();
    }

    /** Issues of so many bytes, made as they are sent: three parts of text, the middle one again and again with a number of its own. */
    private static InputStream large(long bytes) {
        int records = (int) (bytes / 660);
        Iterator<String> parts = IntStream.rangeClosed(0, records + 1).mapToObj(part -> {
            if (part == 0) return "{\"schema_version\":1,\"as_of\":\"2023-12-31\",\"issues\":{\"complete\":false,\"items\":[";
            if (part > records) return "]}}";
            return (part > 1 ? "," : "") + "{\"id\":\"Z" + part + "\",\"found\":\"2023-06-16\",\"description\":\"" + TEXT + "\"}";
        }).iterator();
        return new SequenceInputStream(new Enumeration<>() {
            @Override
            public boolean hasMoreElements() {
                return parts.hasNext();
            }

            @Override
            public InputStream nextElement() {
                return new ByteArrayInputStream(parts.next().getBytes(StandardCharsets.UTF_8));
            }
        });
    }

    @Test
    void a_body_of_60_megabytes_is_answered() throws Exception {
        HttpResponse<String> answer = post("?lang=en", BodyPublishers.ofInputStream(() -> large(60_000_000)));
        assertEquals(200, answer.statusCode());
        assertTrue(JSON.readTree(answer.body()).get("receipt").get("dossier").asText().startsWith("sha256:"));
    }

    @Test
    void a_body_beyond_the_limit_is_refused() throws Exception {
        problem(post("", BodyPublishers.ofInputStream(() -> large(Dossiers.LIMIT + 10_000_000))), 413);
    }

    @Test
    void the_name_of_the_file_tells_its_kind_and_no_way_out_of_the_folder() throws Exception {
        byte[] table = "编号,日期,申报人数\nS1,2023-06-01,30\n".getBytes(StandardCharsets.UTF_8);
        assertEquals(200, post("?name=sessions.csv", table).statusCode());
        String header = "attachment; filename=\"../../sessions.csv\"";
        assertEquals(200, post("", BodyPublishers.ofByteArray(table), "Content-Disposition", header).statusCode());
        for (String name : List.of("..%2F..%2Fetc%2Fpasswd", "..", "a%00b", "%5C%5Chost%5Cshare")) {
            problem(post("?name=" + name, "[".getBytes(StandardCharsets.UTF_8)), 400);
        }
    }

    @Test
    void a_year_that_does_not_fit_is_refused() throws Exception {
        for (String year : List.of("1066", "23", "x")) {
            problem(post("?year=" + year, BodyPublishers.ofFile(DATA.resolve("tier-general-promotion.json"))), 400);
        }
    }

    @Test
    void schemas_are_published() throws Exception {
        for (String name : List.of("dossier", "findings", "assessment", "plan")) {
            HttpResponse<String> answer = get("/schema/" + name);
            assertEquals(200, answer.statusCode());
            assertTrue(JSON.readTree(answer.body()).has("$schema"));
        }
        problem(get("/schema/none-such"), 404);
        problem(get("/none-such"), 404);
    }
}
