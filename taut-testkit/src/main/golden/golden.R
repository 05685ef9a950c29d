# Writes the golden files of the small problems: each problem of problems.R solved by the reference, checked against Taut's conditions.
# usage: Rscript golden.R OUTPUT_FOLDER [FILE ...]   (from the folder that holds these scripts)

source("reference.R"); source("problems.R"); source("json.R")

report <- data.frame()
solve <- function(p) {
  if (p$penalty == "none") solved <- solveUnpenalised(p)
  else solved <- solvePenalised(p, if (p$l1Ratio == 0) c(10, 3, 1, 0.1, 0.01, 0.001) else c(1, 0.6, 0.3, 0.1, 0.03, 0.005))
  report <<- rbind(report, data.frame(name = p$name, package = solved$package, solutions = length(solved$solutions),
    violation = max(vapply(solved$solutions, `[[`, 0, "kkt")), lambdaMax = lambdaMaxDifference(p, solved)))
  caseText(p, solved)
}

out <- commandArgs(TRUE)[1]
files <- c(sapply(losses, function(loss) function() grid(loss)), offset = withOffset, factors = withFactors,
  bounds = function() c(nonNegative(), boxed()), nointercept = noIntercept, sparse = sparse, wide = wide, families = families)
wanted <- commandArgs(TRUE)[-1]                              # some of the files; all if none is named
if (length(wanted) > 0) files <- files[wanted]
for (name in names(files)) writeCases(file.path(out, paste0(name, ".json")), lapply(files[[name]](), solve))

cat(sprintf("%d problems, %d solutions; the ten worst violations of Taut's conditions:\n", nrow(report), sum(report$solutions)))
print(head(report[order(-report$violation), ], 10), row.names = FALSE)
cat(sprintf("largest relative difference to glmnet's own lambda_max: %.2g\n", max(report$lambdaMax)))
