# JSON with every digit of every number: 15 significant digits where these read back as the same number, 17 otherwise.

numberText <- function(x) {
  short <- sprintf("%.15g", x); long <- sprintf("%.17g", x)
  ifelse(is.infinite(x), ifelse(x > 0, '"Infinity"', '"-Infinity"'), ifelse(as.numeric(short) == x, short, long))
}
numbers <- function(x) paste0("[", paste(numberText(x), collapse = ","), "]")
columns <- function(m) paste0("[", paste(apply(m, 2, numbers), collapse = ",\n    "), "]")
text <- function(x) paste0('"', gsub('"', '\\"', gsub("\\", "\\\\", x, fixed = TRUE), fixed = TRUE), '"')
flag <- function(x) if (x) "true" else "false"
optional <- function(x) if (is.null(x)) "[]" else numbers(x)
fields <- function(...) {
  f <- list(...)
  if (length(f) == 0) return("{}")
  paste0("{", paste0('"', names(f), '": ', unlist(f), collapse = ", "), "}")
}

# For l1Ratio = 0 no finite lambda makes all coefficients zero; grids start where an l1Ratio of 1/1000 would.
lambdaMaxOf <- function(p, solved) solved$nullScore / max(p$l1Ratio, 1e-3)

solutionText <- function(s) paste0("\n    ", fields(lambda = numberText(s$lambda), intercept = numbers(s$b0),
  beta = paste0("[", paste(apply(s$beta, 2, numbers), collapse = ", "), "]"),
  objective = numberText(s$objective), worstKkt = sprintf("%.2g", s$kkt)))

caseText <- function(p, solved) paste0("  ", fields(name = text(p$name),
  source = fields(package = text(solved$package), version = text(solved$version), call = text(solved$call)),
  loss = text(p$loss), penalty = text(p$penalty), l1Ratio = numberText(p$l1Ratio),
  intercept = flag(p$intercept), standardize = flag(p$standardize), sparse = flag(p$sparse),
  weights = optional(p$weights), offset = optional(p$offset), factors = optional(p$factors),
  lower = optional(p$lower), upper = optional(p$upper),
  x = columns(p$x), y = numbers(p$y),
  lambdas = numbers(vapply(solved$solutions, `[[`, 0, "lambda")), nullScore = numberText(solved$nullScore),
  lambdaMax = numberText(lambdaMaxOf(p, solved)),
  solutions = paste0("[", paste(vapply(solved$solutions, solutionText, ""), collapse = ","), "]")))

writeCases <- function(path, texts)
  writeLines(c('{"format": "taut-golden-1", "cases": [', paste(unlist(texts), collapse = ",\n"), "]}"), path)
