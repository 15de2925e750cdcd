import Foundation
import Testing
import TypedMedia

@Suite struct TextValueTests {
  private enum Ratio: _TextValue, ClosedValue {
    case wide, tall, `default`, accented

    static var _texts: StaticString {
      """
      16:9
      9:16

      caf\u{e9}
      """
    }
  }

  private enum Only: _TextValue, ClosedValue {
    case one

    static var _texts: StaticString { "1" }
  }

  @Test func casesAndTextsComeInTheSameOrder() {
    #expect(Ratio.allCases == [.wide, .tall, .default, .accented])
    #expect(Ratio.allCases.map(\.rawValue) == ["16:9", "9:16", "", "caf\u{e9}"])
    #expect(Only.allCases == [.one])
    #expect(Only.one.rawValue == "1")
  }

  @Test func eachTextIsReadAsItsCase() {
    for value in Ratio.allCases {
      #expect(Ratio(rawValue: value.rawValue) == value)
      #expect(value.description == value.rawValue)
    }
    #expect(Only(rawValue: "1") == .one)
    // The same to Unicode, in other bytes.
    #expect(Ratio(rawValue: "cafe\u{301}") == .accented)
  }

  @Test(arguments: ["16:", "16:9\n", "16:9\n9:16", " 16:9", "16:91", "cafe", "\n"])
  func otherTextsAreRefused(text: String) {
    #expect(Ratio(rawValue: text) == nil)
    #expect(throws: JSONMismatch.self) { try Ratio(json: .string(text)) }
  }

  @Test func aListMayBeLong() {
    #expect(Long.allCases.count == 300)
    #expect(Long.v299.rawValue == "299")
    #expect(Long(rawValue: "256") == .v256)
    #expect(Set(Long.allCases).count == 300)
  }

  @Test func valuesAreComparedAndCoded() throws {
    #expect(Ratio.wide != .tall)
    #expect(Set(Ratio.allCases).count == 4)
    let data = try JSONEncoder().encode(Ratio.allCases)
    #expect(try JSONDecoder().decode([Ratio].self, from: data) == Ratio.allCases)
  }
}

/// More values than a byte can tell apart.
private enum Long: _TextValue, ClosedValue {
  case v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11
  case v12, v13, v14, v15, v16, v17, v18, v19, v20, v21, v22, v23
  case v24, v25, v26, v27, v28, v29, v30, v31, v32, v33, v34, v35
  case v36, v37, v38, v39, v40, v41, v42, v43, v44, v45, v46, v47
  case v48, v49, v50, v51, v52, v53, v54, v55, v56, v57, v58, v59
  case v60, v61, v62, v63, v64, v65, v66, v67, v68, v69, v70, v71
  case v72, v73, v74, v75, v76, v77, v78, v79, v80, v81, v82, v83
  case v84, v85, v86, v87, v88, v89, v90, v91, v92, v93, v94, v95
  case v96, v97, v98, v99, v100, v101, v102, v103, v104, v105, v106, v107
  case v108, v109, v110, v111, v112, v113, v114, v115, v116, v117, v118, v119
  case v120, v121, v122, v123, v124, v125, v126, v127, v128, v129, v130, v131
  case v132, v133, v134, v135, v136, v137, v138, v139, v140, v141, v142, v143
  case v144, v145, v146, v147, v148, v149, v150, v151, v152, v153, v154, v155
  case v156, v157, v158, v159, v160, v161, v162, v163, v164, v165, v166, v167
  case v168, v169, v170, v171, v172, v173, v174, v175, v176, v177, v178, v179
  case v180, v181, v182, v183, v184, v185, v186, v187, v188, v189, v190, v191
  case v192, v193, v194, v195, v196, v197, v198, v199, v200, v201, v202, v203
  case v204, v205, v206, v207, v208, v209, v210, v211, v212, v213, v214, v215
  case v216, v217, v218, v219, v220, v221, v222, v223, v224, v225, v226, v227
  case v228, v229, v230, v231, v232, v233, v234, v235, v236, v237, v238, v239
  case v240, v241, v242, v243, v244, v245, v246, v247, v248, v249, v250, v251
  case v252, v253, v254, v255, v256, v257, v258, v259, v260, v261, v262, v263
  case v264, v265, v266, v267, v268, v269, v270, v271, v272, v273, v274, v275
  case v276, v277, v278, v279, v280, v281, v282, v283, v284, v285, v286, v287
  case v288, v289, v290, v291, v292, v293, v294, v295, v296, v297, v298, v299

  static var _texts: StaticString {
    """
    0
    1
    2
    3
    4
    5
    6
    7
    8
    9
    10
    11
    12
    13
    14
    15
    16
    17
    18
    19
    20
    21
    22
    23
    24
    25
    26
    27
    28
    29
    30
    31
    32
    33
    34
    35
    36
    37
    38
    39
    40
    41
    42
    43
    44
    45
    46
    47
    48
    49
    50
    51
    52
    53
    54
    55
    56
    57
    58
    59
    60
    61
    62
    63
    64
    65
    66
    67
    68
    69
    70
    71
    72
    73
    74
    75
    76
    77
    78
    79
    80
    81
    82
    83
    84
    85
    86
    87
    88
    89
    90
    91
    92
    93
    94
    95
    96
    97
    98
    99
    100
    101
    102
    103
    104
    105
    106
    107
    108
    109
    110
    111
    112
    113
    114
    115
    116
    117
    118
    119
    120
    121
    122
    123
    124
    125
    126
    127
    128
    129
    130
    131
    132
    133
    134
    135
    136
    137
    138
    139
    140
    141
    142
    143
    144
    145
    146
    147
    148
    149
    150
    151
    152
    153
    154
    155
    156
    157
    158
    159
    160
    161
    162
    163
    164
    165
    166
    167
    168
    169
    170
    171
    172
    173
    174
    175
    176
    177
    178
    179
    180
    181
    182
    183
    184
    185
    186
    187
    188
    189
    190
    191
    192
    193
    194
    195
    196
    197
    198
    199
    200
    201
    202
    203
    204
    205
    206
    207
    208
    209
    210
    211
    212
    213
    214
    215
    216
    217
    218
    219
    220
    221
    222
    223
    224
    225
    226
    227
    228
    229
    230
    231
    232
    233
    234
    235
    236
    237
    238
    239
    240
    241
    242
    243
    244
    245
    246
    247
    248
    249
    250
    251
    252
    253
    254
    255
    256
    257
    258
    259
    260
    261
    262
    263
    264
    265
    266
    267
    268
    269
    270
    271
    272
    273
    274
    275
    276
    277
    278
    279
    280
    281
    282
    283
    284
    285
    286
    287
    288
    289
    290
    291
    292
    293
    294
    295
    296
    297
    298
    299
    """
  }
}
