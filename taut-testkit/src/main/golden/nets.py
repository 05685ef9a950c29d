"""Layers of nets by PyTorch, in double precision: what they answer, and the gradients of sum(slopes * answer).

python3 nets.py > ../resources/dev/taut/testkit/golden/nets.json   (Debian: python3-torch)

Parameters lie as in Taut: layer by layer, weights as inputs x units (a filter's inputs: height, width, channels), then
biases; of norms scale, shift, and for batch norm the running mean and variance, which have no gradient here.
"""
import json
import torch
import torch.nn.functional as F

torch.manual_seed(3)
torch.set_default_dtype(torch.float64)
ROWS = 4


def layer(kind, sizes=(), words=(), number=0.0, body=(), shortcut=()):
    return dict(kind=kind, sizes=list(sizes), words=list(words), number=number, body=list(body), shortcut=list(shortcut))


def dense(units):
    return layer("dense", [units], ["he"])


def conv(filters, size, stride=1, padding="same", bias="bias"):
    return layer("conv", [filters, size, stride], [padding, bias])


class Parameters:
    """Draws parameters as layers ask for them, and keeps them in order."""

    def __init__(self):
        self.parts = []

    def draw(self, *shape, shift=0.0, scale=1.0, fixed=False):
        p = (torch.randn(*shape) * scale + shift).float().double()
        p.requires_grad_(not fixed)
        self.parts.append(p)
        return p


def make(described, shape, ps):
    """A function of N x H x W x C tensors, and the shape of what it answers."""
    kind, sizes, words = described["kind"], described["sizes"], described["words"]
    h, w, c = shape
    if kind == "dense":
        weight, bias = ps.draw(h * w * c, sizes[0], scale=0.4), ps.draw(sizes[0])
        return (lambda x: (x.reshape(x.shape[0], -1) @ weight + bias).reshape(x.shape[0], 1, 1, -1)), (1, 1, sizes[0])
    if kind == "conv":
        filters, size, stride = sizes
        weight = ps.draw(size * size * c, filters, scale=0.4)
        bias = ps.draw(filters) if words[1] == "bias" else None
        oh, ow = (-(-h // stride), -(-w // stride)) if words[0] == "same" else ((h - size) // stride + 1, (w - size) // stride + 1)
        missing = max(0, (oh - 1) * stride + size - h, (ow - 1) * stride + size - w) if words[0] == "same" else 0
        before = missing // 2
        below, right = [max(0, (o - 1) * stride + size - n - before) for o, n in ((oh, h), (ow, w))]

        def forward(x):
            kernel = weight.reshape(size, size, c, filters).permute(3, 2, 0, 1)
            padded = F.pad(x.permute(0, 3, 1, 2), (before, right, before, below))
            return F.conv2d(padded, kernel, bias, stride=stride)[:, :, :oh, :ow].permute(0, 2, 3, 1)
        return forward, (oh, ow, filters)
    if kind == "pool":
        pool = F.max_pool2d if words[0] == "max" else F.avg_pool2d
        return (lambda x: pool(x.permute(0, 3, 1, 2), sizes[0]).permute(0, 2, 3, 1)), (h // sizes[0], w // sizes[0], c)
    if kind == "global_pool":
        return (lambda x: x.mean((1, 2), keepdim=True)), (1, 1, c)
    if kind == "batch_norm":
        scale, shift = ps.draw(c, shift=1.0, scale=0.2), ps.draw(c)
        ps.draw(c, fixed=True), ps.draw(c, fixed=True)
        return (lambda x: F.batch_norm(x.permute(0, 3, 1, 2), None, None, scale, shift, training=True, eps=1e-5).permute(0, 2, 3, 1)), shape
    if kind == "layer_norm":
        scale, shift = ps.draw(c, shift=1.0, scale=0.2), ps.draw(c)
        return (lambda x: F.layer_norm(x, (c,), scale, shift, eps=1e-5)), shape
    if kind == "residual":
        inner, out = chain(described["body"], shape, ps)
        beside, _ = chain(described["shortcut"], shape, ps)
        return (lambda x: inner(x) + beside(x)), out
    functions = dict(
        relu=F.relu, leaky_relu=lambda x: F.leaky_relu(x, 0.01), elu=F.elu, gelu=tanh_gelu, silu=F.silu, tanh=torch.tanh,
        sigmoid=torch.sigmoid, softplus=F.softplus)
    return functions[kind], shape


def tanh_gelu(x):
    return 0.5 * x * (1 + torch.tanh((2 / torch.pi) ** 0.5 * (x + 0.044715 * x ** 3)))


def chain(layers, shape, ps):
    functions = []
    for described in layers:
        function, shape = make(described, shape, ps)
        functions.append(function)

    def forward(x):
        for function in functions:
            x = function(x)
        return x
    return forward, shape


def case(name, shape, layers):
    ps = Parameters()
    forward, out = chain(layers, shape, ps)
    x = torch.randn(ROWS, *shape).float().double().requires_grad_()
    y = forward(x)
    slopes = torch.randn(y.shape).float().double()
    (slopes * y).sum().backward()
    return dict(
        name=name, shape=list(shape), layers=layers, x=flat(x), theta=flat(*ps.parts), slopes=flat(slopes), y=flat(y),
        thetaGradient=[g for p in ps.parts for g in flat(p.grad if p.grad is not None else torch.zeros_like(p))],
        xGradient=flat(x.grad))


def flat(*tensors):
    return [float("%.12g" % value) for t in tensors for value in t.detach().reshape(-1).tolist()]


IMAGE, ROW = (6, 5, 3), (1, 1, 7)
CASES = [
    case("dense", ROW, [dense(5)]),
    case("dense of an image", IMAGE, [dense(4)]),
    case("convolution", IMAGE, [conv(4, 3)]),
    case("convolution with stride 2", IMAGE, [conv(4, 3, 2)]),
    case("convolution inside", IMAGE, [conv(3, 2, 1, "valid")]),
    case("convolution of single pixels", IMAGE, [conv(5, 1, 1, "same", "no_bias")]),
    case("convolution of one channel", (7, 6, 1), [conv(4, 5)]),
    case("max pool", IMAGE, [layer("pool", [2], ["max"])]),
    case("mean pool", IMAGE, [layer("pool", [2], ["mean"])]),
    case("global pool", IMAGE, [layer("global_pool")]),
    case("batch norm of images", IMAGE, [layer("batch_norm")]),
    case("batch norm of rows", ROW, [layer("batch_norm")]),
    case("layer norm", (2, 2, 9), [layer("layer_norm")]),
] + [
    case(name, ROW, [layer(name)])
    for name in ("relu", "leaky_relu", "elu", "gelu", "silu", "tanh", "sigmoid", "softplus")
] + [
    case("residual", IMAGE, [layer("residual", number=1.0, body=[conv(3, 3), layer("tanh")])]),
    case("residual with a shortcut", IMAGE, [layer(
        "residual", number=1.0, body=[conv(6, 3, 1, "same", "no_bias"), layer("batch_norm")],
        shortcut=[conv(6, 1, 1, "same", "no_bias")])]),
    case("small net of images", (8, 8, 2), [
        conv(6, 3, 1, "same", "no_bias"), layer("batch_norm"), layer("relu"), layer("pool", [2], ["max"]),
        conv(8, 3, 1, "same", "no_bias"), layer("batch_norm"), layer("relu"), layer("pool", [2], ["max"]),
        dense(9), layer("relu"), dense(4)]),
    case("perceptron", ROW, [dense(12), layer("relu"), dense(8), layer("relu"), dense(3)]),
]
print(json.dumps(dict(source=dict(package="torch", version=torch.__version__, call="autograd in float64"), cases=CASES), separators=(",", ":")))
