// S3 behind a CDN cannot answer 410 or 301 by itself: an object says so in its metadata.
// And who follows the switcher to another edition has chosen it, with or without scripts.
var CHOICE = 'Path=/; Max-Age=31536000; SameSite=Lax; Secure; HttpOnly';
var DESCRIPTIONS = { 301: 'Moved Permanently', 404: 'Not Found', 410: 'Gone' };

// The edition of an address, with or without its origin.
function editionOf(address) {
    var found = /^(?:https?:\/\/[^\/]+)?\/(en|ar|es)(?:\/|$)/.exec(address);
    return found ? found[1] : '';
}

// The edition that the reader came to from another one of ours. Links that are no choice (to an
// original, say) keep to themselves where they are.
function chosen(request) {
    var from = request.headers.referer;
    var host = request.headers.host;
    if (!from || !host || from.value.split('/')[2] !== host.value) return '';
    var before = editionOf(from.value);
    var now = editionOf(request.uri);
    return before && now && before !== now ? now : '';
}

function handler(event) {
    var response = event.response;
    var headers = response.headers;
    var said = headers['x-amz-meta-status'];
    var status = said ? parseInt(said.value, 10) : 0;
    var location = headers['x-amz-meta-location'];
    // A conditional request answered 304 keeps its status: the reader has the page already.
    if (response.statusCode < 300) {
        if (DESCRIPTIONS[status]) {
            response.statusCode = status;
            response.statusDescription = DESCRIPTIONS[status];
        }
        if (location) {
            response.statusCode = 301;
            response.statusDescription = DESCRIPTIONS[301];
            headers.location = { value: location.value };
        }
    }
    Object.keys(headers).forEach(function (name) {
        // CloudFront's own x-amz-cf-* may not be touched; the bucket's are nobody's business.
        if (name.indexOf('x-amz-') === 0 && name.indexOf('x-amz-cf-') !== 0) delete headers[name];
    });
    var choice = chosen(event.request);
    if (choice) response.cookies = { ed: { value: choice, attributes: CHOICE } };
    return response;
}
