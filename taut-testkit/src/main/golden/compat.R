# Writes glmnet/FAMILY.json: whole paths, interpolated coefficients and cross-validations of glmnet with its own conventions, converged
# as far as it goes, for the compatibility mode.
# usage: Rscript compat.R OUTPUT_FOLDER [FAMILY ...]   (from the folder that holds these scripts)

suppressMessages({library(glmnet); library(survival)})
source("taut.R"); source("problems.R"); source("json.R")
out <- file.path(commandArgs(TRUE)[1], "glmnet")
dir.create(out, showWarnings = FALSE)
family <- c(squared = "gaussian", logistic = "binomial", multinomial = "multinomial", poisson = "poisson", grouped = "multinomial",
  responses = "mgaussian", cox = "cox")
KNOTS <- 24

several <- function(c) c$loss %in% c("multinomial", "grouped", "responses")
answer <- function(c) if (c$loss == "cox") Surv(c$y[, 1], c$y[, 2]) else c$y
betaOf <- function(c, beta, i) if (several(c)) vapply(beta, function(b) b[, i], numeric(ncol(c$x))) else as.matrix(beta)[, i]
matrixText <- function(rows) paste0("[", paste(rows, collapse = ", "), "]")

call <- function(c, fit = glmnet, ...) {
  args <- list(x = c$x, y = answer(c), family = family[[c$loss]], alpha = c$alpha, nlambda = KNOTS,
    standardize = c$standardize, intercept = c$intercept, thresh = 1e-18, maxit = 1e8, ...)
  if (c$loss == "grouped") args$type.multinomial <- "grouped"
  if (!is.null(c$weights)) args$weights <- c$weights
  if (!is.null(c$offset)) args$offset <- if (several(c)) matrix(c$offset, nrow(c$x)) else c$offset
  if (!is.null(c$factors)) args$penalty.factor <- c$factors
  if (!is.null(c$lower)) { args$lower.limits <- c$lower; args$upper.limits <- c$upper }
  if (!is.null(c$ratio)) args$lambda.min.ratio <- c$ratio
  if (!is.null(c$lambda)) args$lambda <- c$lambda
  if (!is.null(c$dfmax)) args$dfmax <- c$dfmax
  suppressWarnings(do.call(fit, args))
}

# At these places between two lambda, on one, above the first and below the last.
places <- function(lambda) {
  k <- length(lambda)
  c(2 * lambda[1], mean(lambda[2:3]), lambda[4], 0.3 * lambda[k - 1] + 0.7 * lambda[k], lambda[k] / 3)
}

validated <- function(c) {
  if (is.null(c$foldid)) return('{"foldid": [], "lambda": [], "cvm": [], "cvsd": [], "min": 0, "oneStandardError": 0}')
  v <- call(c, fit = cv.glmnet, foldid = c$foldid)
  fields(foldid = numbers(c$foldid), lambda = numbers(v$lambda), cvm = numbers(unname(v$cvm)), cvsd = numbers(unname(v$cvsd)),
    min = numberText(v$lambda.min), oneStandardError = numberText(v$lambda.1se))
}

caseOf <- function(c) {
  fit <- call(c)
  at <- places(fit$lambda)
  between <- coef(fit, s = at)
  coefficientsAt <- vapply(seq_along(at), function(i)
    numbers(if (several(c)) vapply(between, function(b) b[, i], numeric(ncol(c$x) + 1)) else c(if (c$loss == "cox") 0, between[, i])), "")
  knots <- seq_along(fit$lambda)
  intercepts <- if (c$loss == "cox") rep(0, length(knots)) else fit$a0
  paste0("  ", fields(name = text(c$name), loss = text(c$loss), alpha = numberText(c$alpha), standardize = flag(c$standardize),
    intercept = flag(c$intercept), weights = optional(c$weights), offset = optional(c$offset), factors = optional(c$factors),
    lower = optional(c$lower), upper = optional(c$upper), nlambda = KNOTS, ratio = numberText(if (is.null(c$ratio)) 0 else c$ratio),
    given = optional(c$lambda), dfmax = if (is.null(c$dfmax)) 0 else c$dfmax,
    x = columns(c$x), y = numbers(c$y), lambda = numbers(fit$lambda), devRatio = numbers(fit$dev.ratio), nulldev = numberText(fit$nulldev),
    intercepts = matrixText(vapply(knots, function(i) numbers(unname(if (several(c)) intercepts[, i] else intercepts[i])), "")),
    beta = matrixText(vapply(knots, function(i) paste0("\n    ", numbers(betaOf(c, fit$beta, i))), "")),
    s = numbers(at), coefficients = matrixText(coefficientsAt), validation = validated(c)))
}

seeds <- c(seeds, grouped = seeds[["multinomial"]], responses = 91, cox = 97)
outputs <- c(multinomial = 3, grouped = 3, responses = 2)

# Times from 1 on with many ties, also between an event and a censored row; two responses of different spread.
reply <- function(loss, x, seed) {
  z <- scale(x); p <- ncol(x); set.seed(seed + 1)
  signal <- function(truth) as.vector(z %*% c(truth, rep(0, p))[seq_len(p)])
  switch(loss,
    grouped = response("multinomial", x, seed),
    responses = round(cbind(signal(c(1, -0.8, 0, 0.5)) + rnorm(nrow(x), sd = 0.8), 5 + 4 * signal(c(0.5, 0, 0.7, 0.4, 0, -0.3)) + rnorm(nrow(x), sd = 3)), 3),
    cox = cbind(pmax(1, round(4 * rexp(nrow(x), exp(signal(c(0.8, -0.6, 0, 0.4, 0, 0.2)))))), as.numeric(runif(nrow(x)) < 0.75)),
    response(loss, x, seed))
}
table <- function(loss) switch(loss, grouped = dense("multinomial"), responses = , cox = design(48, 8, seeds[[loss]]), dense(loss))

base <- function(loss, name, alpha, ...) {
  x <- table(loss)
  modifyList(list(name = paste(loss, name, alpha, sep = "-"), loss = loss, alpha = alpha, standardize = TRUE, intercept = TRUE, x = x,
    y = reply(loss, x, seeds[[loss]])), list(...))
}

cases <- function(loss) {
  x <- table(loss); n <- nrow(x); p <- ncol(x); made <- list()
  add <- function(...) made[[length(made) + 1]] <<- base(loss, ...)
  # Several responses at once are no task of the command line: their paths only.
  folds <- if (!loss %in% c("grouped", "responses")) rep_len(c(1, 3, 2, 5, 4), n)
  offset <- c(offsets(n), -offsets(n), 0 * offsets(n))[seq_len(n * if (loss %in% names(outputs)) outputs[[loss]] else 1)]
  v <- rep(c(1, 0, 2, 0.5, 1, Inf, 3, 0.1), length.out = p)
  reach <- 0.25 / pmax(apply(x, 2, sd), 1e-3)
  constant <- x; constant[, 3] <- 2
  for (alpha in c(1, 0.5, 0)) {
    add("plain", alpha, foldid = folds)
    add("weighted", alpha, weights = caseWeights(n), foldid = folds)
    add("raw", alpha, standardize = FALSE, ratio = 0.001)
    if (loss != "cox") add("nointercept", alpha, intercept = FALSE)
    add("offset", alpha, offset = offset, foldid = if (loss == "multinomial") NULL else folds)
    # Taut's penalties of whole groups know neither limits nor excluded columns.
    add("factors", alpha, factors = if (loss %in% c("grouped", "responses")) ifelse(is.infinite(v), 1.5, v) else v, weights = caseWeights(n))
    add("free", alpha, factors = replace(rep(1, p), 4, 0))
  }
  if (!loss %in% c("grouped", "responses")) {
    add("nonnegative", 1, lower = rep(0, p), upper = rep(Inf, p))
    add("box", 0.5, lower = -round(reach, 4), upper = round(2 * reach, 4), weights = caseWeights(n))
    add("constant", 0.5, x = constant, intercept = FALSE)
  }
  add("given", 0.5, lambda = c(0.02, 0.3, 0.1, 0.05, 0.2, 0.01, 0.005))
  add("dfmax", 1, dfmax = 3)
  add("deep", 1, ratio = 1e-6)
  # Fewer than three rows a fold: every row on its own.
  if (!is.null(folds) && loss != "cox") add("few", 0.5, foldid = rep_len(seq_len(n %/% 2), n))
  if (loss == "squared") { x <- design(30, 60, 61); add("wide", 0.5, x = x, y = response(loss, x, seeds[[loss]]), foldid = rep_len(1:5, 30)) }
  made
}

for (loss in if (length(commandArgs(TRUE)) > 1) commandArgs(TRUE)[-1] else names(family)) {
  texts <- vapply(cases(loss), caseOf, "")
  writeLines(c(sprintf('{"package": "glmnet", "version": "%s", "cases": [', as.character(packageVersion("glmnet"))),
    paste(texts, collapse = ",\n"), "]}"), file.path(out, paste0(loss, ".json")))
  cat(length(texts), "paths of", loss, "\n")
}
