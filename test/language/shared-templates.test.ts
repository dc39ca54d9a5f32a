import { describe, expect, it } from 'vitest';
import { groupShared, sharedCommitmentsIn } from '../../src/language/shared-templates.ts';

const recognised = (text: string) =>
  sharedCommitmentsIn(text).map(({ template, target }) =>
    [template, target?.kind, target?.value].filter((part) => part != null).join(' '),
  );

describe('a commitment that agencies share', () => {
  it.each([
    [
      'Hoàn thành đúng hạn 100% nhiệm vụ được giao trên phần mềm giao việc',
      'onTimeTasks allOnTime 100',
    ],
    [
      '98% nhiệm vụ trên hệ thống theo dõi nhiệm vụ của tỉnh được xử lý đúng thời hạn',
      'onTimeTasks percent 98',
    ],
    [
      'Có thêm tối thiểu 02 sáng kiến, giải pháp cải cách hành chính phục vụ doanh nghiệp',
      'reformModel increment 2',
    ],
    ['Mỗi phòng có 01 cách làm đổi mới trong điều hành', 'reformModel count 1'],
    [
      'Giải quyết kịp thời đơn thư khiếu nại, tố cáo; không để phát sinh điểm nóng',
      'complaints zeroEvent 0',
    ],
    ['Giải quyết kịp thời đơn khiếu nại, tố cáo', 'complaints'],
    [
      'Giải quyết 95% vụ việc khiếu nại, tố cáo, không để tồn đọng kéo dài',
      'complaints zeroEvent 0',
    ],
    ['Tỷ lệ giải ngân vốn đầu tư công đạt 95% (nếu có giao vốn)', 'publicInvestment percent 95'],
    [
      'Quyết toán đạt 90% trở lên; giải ngân vốn đầu tư công đạt 100%',
      'publicInvestment percent 100',
    ],
    [
      'Hoàn thành 100% nhiệm vụ tại Chương trình hành động thực hiện Nghị quyết của HĐND',
      'actionProgramme percent 100',
    ],
    ['Hoàn thành Chương trình hành động: các nhiệm vụ đúng tiến độ', 'actionProgramme'],
    ['Chỉ số chuyển đổi số đạt ít nhất 85% chỉ số thành phần', 'digitalTransformation percent 85'],
    ['Bộ chỉ số DTI cấp sở xếp hạng 5', 'digitalTransformation rank 5'],
    ['Điểm PAR INDEX đạt từ 82 điểm trở lên', 'reformIndex points 82'],
    ['Chỉ số cải cách hành chính thuộc nhóm “tốt”', 'reformIndex band'],
    ['Tham mưu đúng quy trình, không bị trả hồ sơ, không bị phê bình', 'adviceQuality zeroEvent 0'],
    ['Công tác tham mưu bảo đảm chất lượng', 'adviceQuality'],
    ['Chỉ số DDCI cao hơn trung vị của khối', 'competitivenessIndex relative'],
    ['Năng lực cạnh tranh cấp sở đạt 70 điểm', 'competitivenessIndex points 70'],
    ['Diem PAR INDEX dat tu 82 diem tro len', 'reformIndex points 82'],
  ])('is recognised in «%s»', (text, shared) => {
    expect(recognised(text)).toEqual([shared]);
  });

  it('may stand beside another one, each with its own value', () => {
    expect(recognised('Chỉ số DDCI đạt 70 điểm; điểm PAR INDEX đạt từ 85 điểm trở lên')).toEqual([
      'reformIndex points 85',
      'competitivenessIndex points 70',
    ]);
  });

  it.each([
    'Trồng 300 ha rừng phòng hộ',
    'Tổ chức hội thi nhà nông đua tài',
    '96% nhiệm vụ được cập nhật trên phần mềm giao việc đúng hạn',
    'Nâng chỉ số DTI của tỉnh lên hạng 12',
    '',
  ])('is not seen in «%s»', (text) => {
    expect(sharedCommitmentsIn(text)).toEqual([]);
  });

  it('is grouped over the agencies, wordings kept apart', () => {
    const items = [
      { agency: 'A', text: 'Giải ngân 100% vốn đầu tư công (nếu có giao vốn)' },
      { agency: 'B', text: 'Giải ngân 100% vốn đầu tư công' },
      { agency: 'C', text: 'giải ngân 100% vốn đầu tư công.' },
      { agency: 'D', text: 'Trồng 20 ha rừng' },
    ];

    const groups = groupShared(items).map(({ template, variants }) => ({
      template,
      variants: variants.map(({ text, items: own }) => [text, own.map(({ agency }) => agency)]),
    }));

    expect(groups).toEqual([
      {
        template: 'publicInvestment',
        variants: [
          ['Giải ngân 100% vốn đầu tư công (nếu có giao vốn)', ['A']],
          ['Giải ngân 100% vốn đầu tư công', ['B', 'C']],
        ],
      },
    ]);
  });
});
